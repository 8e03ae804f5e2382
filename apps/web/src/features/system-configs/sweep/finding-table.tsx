import type { SweepKind, SweepReport } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { VirtualTable } from '#web/components/virtual-table.tsx'
import { toCategory } from '../routes.ts'
import { FindingCells } from './finding-cells.tsx'
import styles from './finding-table.module.css'
import { type Found, isMendable } from './found.ts'

interface FindingTableProps {
  report: SweepReport
  found: readonly Found[]
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

const ROW_HEIGHT = 38

/** The findings below their kinds and categories. */
export function FindingTable({ report, found, selected, onSelect }: FindingTableProps) {
  const t = useTranslations('sweep')
  const rows = useMemo(() => sweepRows(found), [found])
  const leftOut = new Map(report.categories.map((each) => [each.category, each.left_out]))

  const selectAll = (label: string, members: readonly Found[]) => {
    const ids = members.filter(isMendable).map(({ id }) => id)
    const count = ids.filter((id) => selected.has(id)).length
    return ids.length === 0 ? null : (
      <Checkbox
        aria-label={label}
        isSelected={count === ids.length}
        isIndeterminate={count > 0 && count < ids.length}
        onChange={(isOn) => onSelect(withIds(selected, ids, isOn))}
      />
    )
  }

  function kindCells({ kind, found: ofKind }: SweepRow & { type: 'kind' }) {
    return (
      <>
        <td className={styles.check}>{selectAll(t('list.selectKind', { kind: t(`kinds.${kind}`) }), ofKind)}</td>
        <th scope="rowgroup" className={styles.kind}>
          <span className={styles.title}>
            {t(`kinds.${kind}`)} <span className={styles.count}>{t('list.count', { count: ofKind.length })}</span>
          </span>
          <span className={kind === 'pin' ? styles.warning : styles.why}>{t(`why.${kind}`)}</span>
        </th>
      </>
    )
  }

  function categoryCells({ kind, category, found: ofCategory }: SweepRow & { type: 'category' }) {
    const more = leftOut.get(category) ?? 0
    return (
      <>
        <td className={styles.check}>
          {selectAll(t('list.selectCategory', { kind: t(`kinds.${kind}`), category }), ofCategory)}
        </td>
        <th scope="rowgroup" className={styles.category}>
          <Link {...toCategory(category)}>
            <code>{category}</code>
          </Link>{' '}
          <span className={styles.count}>
            {t('list.count', { count: ofCategory.length })} {more === 0 ? null : t('list.leftOut', { count: more })}
          </span>
        </th>
      </>
    )
  }

  return (
    <VirtualTable
      label={t('list.label')}
      items={rows}
      keyOf={sweepRowKey}
      rowHeight={ROW_HEIGHT}
      header={
        <>
          <td className={styles.check} />
          <th scope="col" className={styles.key}>
            {t('list.key')}
          </th>
          <th scope="col" className={styles.section}>
            {t('list.section')}
          </th>
          <th scope="col" className={styles.stored}>
            {t('list.stored')}
          </th>
          <th scope="col" className={styles.becomes}>
            {t('list.becomes')}
          </th>
        </>
      }
    >
      {(row) => {
        if (row.type === 'kind') return kindCells(row)
        if (row.type === 'category') return categoryCells(row)
        const { id } = row.found
        return (
          <FindingCells
            found={row.found}
            isSelected={selected.has(id)}
            onSelect={(isOn) => onSelect(withIds(selected, [id], isOn))}
          />
        )
      }}
    </VirtualTable>
  )
}

function withIds(selected: ReadonlySet<string>, ids: readonly string[], isOn: boolean): ReadonlySet<string> {
  const next = new Set(selected)
  for (const id of ids) {
    if (isOn) next.add(id)
    else next.delete(id)
  }
  return next
}

export type SweepRow =
  | { readonly type: 'kind'; readonly kind: SweepKind; readonly found: readonly Found[] }
  | { readonly type: 'category'; readonly kind: SweepKind; readonly category: string; readonly found: readonly Found[] }
  | { readonly type: 'finding'; readonly found: Found }

/** The rows of the list: each kind, below it each category, below that its findings; in the order of the findings. */
export function sweepRows(found: readonly Found[]): SweepRow[] {
  return runs(found, ({ finding }) => finding.kind).flatMap(([kind, ofKind]): SweepRow[] => [
    { type: 'kind', kind, found: ofKind },
    ...runs(ofKind, ({ category }) => category).flatMap(([category, ofCategory]): SweepRow[] => [
      { type: 'category', kind, category, found: ofCategory },
      ...ofCategory.map((each): SweepRow => ({ type: 'finding', found: each })),
    ]),
  ])
}

/** Tells a row from all others. */
export function sweepRowKey(row: SweepRow): string {
  if (row.type === 'kind') return row.kind
  return row.type === 'category' ? `${row.kind} ${row.category}` : row.found.id
}

function runs<Key>(found: readonly Found[], keyOf: (found: Found) => Key): [Key, Found[]][] {
  const groups = new Map<Key, Found[]>()
  for (const each of found) {
    const members = groups.get(keyOf(each))
    if (members === undefined) groups.set(keyOf(each), [each])
    else members.push(each)
  }
  return [...groups]
}
