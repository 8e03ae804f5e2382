import { useTranslations } from 'use-intl'
import { Dialog } from '#web/components/dialog.tsx'
import { Kbd } from '#web/components/kbd.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { singleKeys } from '#web/lib/single-keys.ts'
import { useStoredChoice } from '#web/lib/stored-choice.ts'
import styles from './keyboard-sheet.module.css'

interface KeyboardSheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

const GROUPS = {
  everywhere: [
    ['palette', 'Ctrl K'],
    ['filter', '/'],
    ['notifications', 'F6'],
    ['sheet', '?'],
  ],
  rows: [
    ['nextRow', 'j'],
    ['previousRow', 'k'],
    ['edit', 'Enter'],
    ['leave', 'Esc'],
    ['reset', 'r'],
    ['provenance', 'p'],
    ['difference', 'd'],
  ],
  matrix: [
    ['cells', 'Shift ↑ ↓'],
    ['row', 'Shift Space'],
    ['column', 'Ctrl Space'],
    ['type', 'Enter'],
    ['resetCells', 'Delete'],
  ],
  forms: [
    ['save', 'Ctrl S'],
    ['undo', 'Ctrl Z'],
    ['redo', 'Ctrl Shift Z'],
    ['step', '↑ ↓'],
  ],
} as const

const GROUP_NAMES = ['everywhere', 'rows', 'matrix', 'forms'] as const

export function KeyboardSheet(props: KeyboardSheetProps) {
  const t = useTranslations('frame.shortcuts')
  return (
    <Dialog title={t('title')} {...props}>
      {GROUP_NAMES.map((group) => (
        <section key={group} className={styles.group}>
          <h3>{t(group)}</h3>
          <dl>
            {GROUPS[group].map(([action, keys]) => (
              <div key={action} className={styles.line}>
                <dt>{t(action)}</dt>
                <dd>
                  <Kbd keys={keys} isRead />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <SingleKeys />
    </Dialog>
  )
}

/** Whoever speaks to their computer presses letters without wanting to. */
function SingleKeys() {
  const t = useTranslations('frame.shortcuts')
  return (
    <section className={styles.group}>
      <h3 id="single-keys">{t('singleKeys')}</h3>
      <p className={styles.line}>
        {t('singleKeysText')}
        <Segmented
          aria-labelledby="single-keys"
          options={[
            { value: 'on', label: t('on') },
            { value: 'off', label: t('off') },
          ]}
          value={useStoredChoice(singleKeys)}
          onChange={singleKeys.set}
        />
      </p>
    </section>
  )
}
