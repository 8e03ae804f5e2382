import type { SweepReport } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { VirtualTable } from '#web/components/virtual-table.tsx'
import { toCategory } from '../routes.ts'
import { FindingCells } from './finding-cells.tsx'
import styles from './finding-table.module.css'
import { type Found, isMendable } from './found.ts'
import { type SweepRow, sweepRowKey, sweepRows } from './sweep-rows.ts'

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
