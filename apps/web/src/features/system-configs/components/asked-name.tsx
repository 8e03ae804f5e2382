import { sectionKind } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import styles from './scope-picker.module.css'

interface AskedNameProps {
  /** Not known. */
  name: string
  /** Known ones that may have been meant. */
  near: readonly string[]
  onUse: (name: string) => void
  onCancel: () => void
}

/** Asks back before a section gets a name that is nearly a known one. */
export function AskedName({ name, near, onUse, onCancel }: AskedNameProps) {
  const t = useTranslations('systemConfigs.section')
  return (
    <Dialog
      title={t('asked', { section: name, kind: sectionKind(name) })}
      role="alertdialog"
      size="sm"
      isOpen
      onOpenChange={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('cancel')}</Button>
          <Button onPress={() => onUse(name)}>{t('addAllTheSame')}</Button>
        </>
      }
    >
      <p>{t('didYouMean')}</p>
      <ul className={styles.near}>
        {near.map((known, index) => (
          <li key={known}>
            <Button variant={index === 0 ? 'primary' : 'default'} autoFocus={index === 0} onPress={() => onUse(known)}>
              {known}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
