import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'

/** An address may lead to a section that is not there. */
export function UnstoredNote({ section }: { section: string }) {
  const t = useTranslations('systemConfigs.section')
  return section === 'default' ? null : <Note>{t('unstored', { section })}</Note>
}
