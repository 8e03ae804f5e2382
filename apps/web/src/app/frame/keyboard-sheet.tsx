import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '#web/components/dialog.tsx'
import { Kbd } from '#web/components/kbd.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { singleKeys } from '#web/lib/single-keys.ts'
import { useStoredChoice } from '#web/lib/stored-choice.ts'
import { keysInUse } from '#web/lib/use-shortcut.ts'
import type { en } from '#web/texts/en/index.ts'
import styles from './keyboard-sheet.module.css'

interface KeyboardSheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

interface Group {
  /** The key without which nothing of the group works; a grid takes its keys itself. */
  readonly needs?: string
  readonly shortcuts: readonly (readonly [action: Action, keys: string, needs?: string])[]
}

type Action = keyof (typeof en)['frame']['shortcuts']

const GROUPS: Readonly<Record<'everywhere' | 'rows' | 'matrix' | 'forms', Group>> = {
  everywhere: {
    shortcuts: [
      ['palette', 'Ctrl K'],
      ['filter', '/', '/'],
      ['notifications', 'F6'],
      ['sheet', '?'],
    ],
  },
  rows: {
    needs: 'j',
    shortcuts: [
      ['nextRow', 'j'],
      ['previousRow', 'k'],
      ['edit', 'Enter'],
      ['leave', 'Esc'],
      ['reset', 'r'],
      ['provenance', 'p'],
      ['difference', 'd'],
      ['expandAll', 'e', 'e'],
      ['collapseAll', 'c', 'c'],
      ['previousScope', '[', '['],
      ['nextScope', ']', ']'],
    ],
  },
  matrix: {
    needs: 'grid',
    shortcuts: [
      ['cells', 'Shift ↑ ↓'],
      ['row', 'Shift Space'],
      ['column', 'Ctrl Space'],
      ['type', 'Enter'],
      ['resetCells', 'Delete'],
    ],
  },
  forms: {
    needs: 'ctrl s',
    shortcuts: [
      ['save', 'Ctrl S'],
      ['undo', 'Ctrl Z'],
      ['redo', 'Ctrl Shift Z'],
      ['step', '↑ ↓'],
    ],
  },
}

const GROUP_NAMES = ['everywhere', 'rows', 'matrix', 'forms'] as const

/** The keys that do something where one is. */
export function KeyboardSheet(props: KeyboardSheetProps) {
  const t = useTranslations('frame.shortcuts')
  return (
    <Dialog title={t('title')} {...props}>
      <Shortcuts />
      <SingleKeys />
    </Dialog>
  )
}

function Shortcuts() {
  const t = useTranslations('frame.shortcuts')
  const [works] = useState(() => {
    const keys = keysInUse()
    const hasGrid = document.querySelector('[role="grid"]') !== null
    return (needs: string | undefined) => needs === undefined || keys.has(needs) || (needs === 'grid' && hasGrid)
  })
  return GROUP_NAMES.filter((name) => works(GROUPS[name].needs)).map((name) => (
    <section key={name} className={styles.group}>
      <h3>{t(name)}</h3>
      <dl>
        {GROUPS[name].shortcuts
          .filter(([, , needs]) => works(needs))
          .map(([action, keys]) => (
            <div key={action} className={styles.line}>
              <dt>{t(action)}</dt>
              <dd>
                <Kbd keys={keys} isRead />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ))
}

/** Whoever speaks to their computer presses letters without wanting to. */
function SingleKeys() {
  const t = useTranslations('frame.shortcuts')
  return (
    <section className={styles.group}>
      <h3 id="single-keys">{t('singleKeys')}</h3>
      <div className={styles.line}>
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
      </div>
    </section>
  )
}
