import { useTranslations } from 'use-intl'
import { Dialog } from '#web/components/dialog.tsx'
import { glossaryTerms } from '#web/texts/en/glossary.ts'
import styles from './glossary-sheet.module.css'

interface GlossarySheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** What the words of system configs mean, all of them. */
export function GlossarySheet(props: GlossarySheetProps) {
  const t = useTranslations('frame.glossary')
  const names = useTranslations('glossaryNames')
  const meanings = useTranslations('glossary')
  return (
    <Dialog title={t('title')} size="lg" {...props}>
      <dl className={styles.terms}>
        {glossaryTerms.map((term) => (
          <div key={term}>
            <dt>{names(term)}</dt>
            <dd>{meanings(term)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
