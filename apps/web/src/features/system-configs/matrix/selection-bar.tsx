import { deepEqual, type JsonValue } from '@strata/json'
import { isSecretMarker, placeOfKey } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import type { MatrixCell } from './matrix-cell.ts'
import type { MatrixRow } from './matrix-rows.ts'
import styles from './selection-bar.module.css'
import { valueControl } from './value-control.ts'
import { ValueEditor } from './value-editor.tsx'

export interface SelectedCell {
  readonly row: MatrixRow
  readonly section: string
  readonly cell: MatrixCell
}

interface SelectionBarProps {
  category: string
  /** The active one first. */
  cells: readonly SelectedCell[]
  /** What is read in the active cell. */
  reading: string
  /** All that there is to know about the active cell. */
  facts: string
  isReadOnly: boolean
  /** The active cell is being edited in its place. */
  isInCell: boolean
  check: (value: JsonValue) => string | undefined
  onSet: (value: JsonValue) => void
  onReset: () => void
  onLeave: () => void
  field: RefObject<HTMLDivElement | null>
}

/** What is selected, and the control that edits all of it at once. */
export function SelectionBar(props: SelectionBarProps) {
  const { category, cells, reading, facts, isReadOnly, isInCell, check, onSet, onReset, onLeave, field } = props
  const t = useTranslations('matrix.bar')
  const [active] = cells
  const rows = [...new Map(cells.map(({ row }) => [row.pointer, row])).values()]
  const control = valueControl(rows)
  if (active === undefined || control === undefined) return null
  const set = cells.filter(({ cell }) => cell.own !== undefined).length
  const common = commonValue(cells)
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <div className={styles.words}>
        <span className={styles.what} role="status">
          <Selected cells={cells} rows={rows} />
        </span>
        <span className={styles.facts} title={cells.length === 1 ? facts : undefined}>
          {cells.length === 1 ? facts : t('hint')}
        </span>
      </div>
      {control.kind === 'refused' ? (
        <p className={styles.refused}>
          {t(`refused.${control.reason}`, { types: control.kinds.map((kind) => t(`kinds.${kind}`)).join(', ') })}
        </p>
      ) : isInCell ? (
        <p className={styles.refused}>
          {t(control.kind === 'number' || control.kind === 'text' ? 'typedInCell' : 'chosenInCell')}
        </p>
      ) : (
        <ValueEditor
          key={JSON.stringify([cells.length, active.section, active.row.pointer, common ?? null])}
          control={control}
          value={common}
          placeholder={cells.length === 1 ? reading : t('several')}
          count={cells.length}
          isReadOnly={isReadOnly}
          check={check}
          onSet={onSet}
          onLeave={onLeave}
          field={field}
        />
      )}
      <div className={styles.actions}>
        <Button isDisabled={isReadOnly || set === 0} onPress={onReset}>
          {t('reset', { count: set })}
        </Button>
        <Link
          {...toCategory(category, {
            ...(active.section === 'default' ? {} : { section: active.section }),
            key: placeOfKey(active.section, active.row.pointer),
          })}
          className={styles.link}
          aria-label={t('openInEditor', { key: keyText(active.row.pointer), section: active.section })}
        >
          {t('editor')}
        </Link>
      </div>
    </section>
  )
}

function Selected({ cells, rows }: { cells: readonly SelectedCell[]; rows: readonly MatrixRow[] }) {
  const t = useTranslations('matrix.bar')
  const [active] = cells
  if (active === undefined) return null
  const [key, section] = [keyText(active.row.pointer), active.section]
  if (cells.length === 1) return t('one', { key, section })
  const sections = new Set(cells.map((cell) => cell.section)).size
  return t('many', { count: cells.length, keys: rows.length, sections, key, section })
}

/** What all of them set, where that is the same and no secret. */
export function commonValue(cells: readonly SelectedCell[]): JsonValue | undefined {
  const own = cells[0]?.cell.own
  if (own === undefined || isSecretMarker(own)) return undefined
  return cells.every(({ cell }) => deepEqual(cell.own, own)) ? own : undefined
}
