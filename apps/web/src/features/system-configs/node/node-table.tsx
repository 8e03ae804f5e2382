import type { NodeDetail } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { VirtualTable } from '#web/components/virtual-table.tsx'
import { toCategory } from '../routes.ts'
import { type CategoryRow, nodeRowKey, nodeRows, type SettingRow } from './node-rows.ts'
import styles from './node-table.module.css'
import { SettingCells } from './setting-cells.tsx'
import type { Taken } from './use-taken.ts'

interface NodeTableProps {
  detail: NodeDetail
  other: NodeDetail | undefined
  settings: readonly SettingRow[]
  taken: Taken
}

const ROW_HEIGHT = 38

/** The settings below their categories. */
export function NodeTable({ detail, other, settings, taken }: NodeTableProps) {
  const t = useTranslations('node.list')
  const rows = useMemo(() => nodeRows(settings, detail), [settings, detail])
  return (
    <VirtualTable
      label={t('label')}
      items={rows}
      keyOf={nodeRowKey}
      rowHeight={ROW_HEIGHT}
      header={
        <>
          <th scope="col" className={styles.key}>
            {t('key')}
          </th>
          <th scope="col" className={styles.value}>
            {other === undefined ? t('reads') : detail.name}
          </th>
          <th scope="col" className={other === undefined ? styles.says : styles.value}>
            {other === undefined ? t('says') : other.name}
          </th>
        </>
      }
    >
      {(row) =>
        row.type === 'category' ? (
          <CategoryCells row={row} section={detail.name} />
        ) : (
          <SettingCells row={row} detail={detail} other={other} taken={taken} />
        )
      }
    </VirtualTable>
  )
}

function CategoryCells({ row: { category, count, leftOut }, section }: { row: CategoryRow; section: string }) {
  const t = useTranslations('node.list')
  return (
    <th scope="rowgroup" className={styles.category}>
      <Link {...toCategory(category, { section })}>
        <code>{category}</code>
      </Link>{' '}
      <span className={styles.quiet}>
        {t('count', { count })} {leftOut === 0 ? null : t('leftOut', { count: leftOut })}
      </span>
    </th>
  )
}
