import { sectionKind } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { LayerChip } from '#web/components/chip.tsx'
import { Popover } from '#web/components/popover.tsx'
import type { SectionValue } from '../field-provenance.ts'
import { useValueText } from '../use-value-words.ts'
import styles from './elsewhere-note.module.css'

interface ElsewhereNoteProps {
  section: string
  values: readonly SectionValue[]
  onOpen: (section: string) => void
}

/** Other sections that set the same leaf: how many, and on demand which, with the way there. */
export function ElsewhereNote({ section, values, onOpen }: ElsewhereNoteProps) {
  const t = useTranslations('systemConfigs.note')
  const text = useValueText()
  const isNode = sectionKind(section) === 'node'
  const title = t(isNode ? 'elsewhereNodeTitle' : 'elsewhereDefaultTitle')
  return (
    <Popover
      label={title}
      trigger={
        <Button size="sm" variant="quiet" className={styles.opener}>
          {t(isNode ? 'elsewhereNode' : 'elsewhereDefault', { count: values.length })}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.sections}>
          <p>{title}</p>
          <ul>
            {values.map((other) => (
              <li key={other.section}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => {
                    close()
                    onOpen(other.section)
                  }}
                >
                  <LayerChip layer={sectionKind(other.section)}>{other.section}</LayerChip>
                </button>
                <code>{text(other.value)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  )
}
