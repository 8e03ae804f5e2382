import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { LayerDot } from '#web/components/chip.tsx'
import { VirtualTable } from '#web/components/virtual-table.tsx'
import type { DraftedNode } from '../drafted-nodes.ts'
import { isSelectable } from '../is-selectable.ts'
import type { NodeChange } from '../topology-draft.ts'
import { type TopologyRow, topologyRows, type ZoneRow } from '../topology-rows.ts'
import { NodeCells } from './node-cells.tsx'
import styles from './node-table.module.css'

interface NodeTableProps {
  nodes: readonly DraftedNode[]
  zones: readonly string[]
  selected: ReadonlySet<string>
  isReadOnly: boolean
  onSelect: (selected: ReadonlySet<string>) => void
  onChange: (name: string, change: NodeChange) => void
  onRevert: (name: string) => void
  onAssignOther: (name: string) => void
}

const ROW_HEIGHT = 41

/** The nodes below their zones. */
export function NodeTable(props: NodeTableProps) {
  const { nodes, selected, isReadOnly, onSelect } = props
  const t = useTranslations('topology.list')
  const rows = useMemo(() => topologyRows(nodes), [nodes])
  const columns = isReadOnly ? 3 : 5

  const selectAll = (label: string, members: readonly DraftedNode[]) => {
    const names = members.filter(isSelectable).map(({ name }) => name)
    const count = names.filter((name) => selected.has(name)).length
    return (
      <Checkbox
        aria-label={label}
        isDisabled={names.length === 0}
        isSelected={count > 0 && count === names.length}
        isIndeterminate={count > 0 && count < names.length}
        onChange={(isOn) => onSelect(withNames(selected, names, isOn))}
      />
    )
  }

  function zoneCell({ zone, nodes: members }: ZoneRow) {
    const count = t('count', { count: members.length })
    return (
      <>
        {isReadOnly ? null : (
          <td className={styles.check}>
            {selectAll(zone === null ? t('selectUnplaced') : t('selectZone', { zone }), members)}
          </td>
        )}
        <th scope="rowgroup" colSpan={columns} className={styles.group}>
          {zone === null ? <Unplaced /> : <ZoneName zone={zone} />} <span className={styles.count}>{count}</span>
        </th>
      </>
    )
  }

  return (
    <VirtualTable
      label={t('label')}
      items={rows}
      keyOf={keyOf}
      rowHeight={ROW_HEIGHT}
      header={
        <>
          {isReadOnly ? null : <td className={styles.check}>{selectAll(t('selectAll'), nodes)}</td>}
          <th scope="col" className={styles.name}>
            {t('node')}
          </th>
          <th scope="col" className={styles.zone}>
            {t('zone')}
          </th>
          <th scope="col" className={styles.source}>
            {t('source')}
          </th>
          {isReadOnly ? null : <td className={styles.actions} />}
        </>
      }
    >
      {(row) =>
        row.kind === 'zone' ? (
          zoneCell(row)
        ) : (
          <NodeCells
            {...props}
            node={row.node}
            isSelected={selected.has(row.node.name)}
            onSelect={(isOn) => onSelect(withNames(selected, [row.node.name], isOn))}
          />
        )
      }
    </VirtualTable>
  )
}

function ZoneName({ zone }: { zone: string }) {
  return (
    <>
      <LayerDot layer="zone" /> <code>{zone}</code>
    </>
  )
}

function Unplaced() {
  const t = useTranslations('topology')
  return (
    <>
      <LayerDot layer="schema" /> {t('unplaced')}
    </>
  )
}

function keyOf(row: TopologyRow): string {
  return row.kind === 'zone' ? `zone ${row.zone}` : `node ${row.node.name}`
}

function withNames(selected: ReadonlySet<string>, names: readonly string[], isOn: boolean): ReadonlySet<string> {
  const next = new Set(selected)
  for (const name of names) {
    if (isOn) next.add(name)
    else next.delete(name)
  }
  return next
}
