import { useTranslations } from 'use-intl'
import { Dialog } from '#web/components/dialog.tsx'
import { Kbd } from '#web/components/kbd.tsx'
import styles from './keyboard-sheet.module.css'

interface KeyboardSheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

const EVERYWHERE = [
  ['palette', 'Ctrl K'],
  ['filter', '/'],
  ['notifications', 'F6'],
  ['sheet', '?'],
] as const

const FORMS = [
  ['save', 'Ctrl S'],
  ['undo', 'Ctrl Z'],
  ['redo', 'Ctrl Shift Z'],
  ['step', '↑ ↓'],
  ['leave', 'Esc'],
] as const

export function KeyboardSheet(props: KeyboardSheetProps) {
  const t = useTranslations('frame.shortcuts')
  return (
    <Dialog title={t('title')} {...props}>
      {(['everywhere', 'forms'] as const).map((group) => (
        <section key={group} className={styles.group}>
          <h3>{t(group)}</h3>
          <dl>
            {(group === 'everywhere' ? EVERYWHERE : FORMS).map(([action, keys]) => (
              <div key={action} className={styles.line}>
                <dt>{t(action)}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
