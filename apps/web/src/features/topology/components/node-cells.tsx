import { Link } from '@tanstack/react-router'
import { ChevronDown, Trash2, Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { Chip } from '#web/components/chip.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '#web/components/menu.tsx'
import { classNames } from '#web/lib/class-names.ts'
import type { DraftedNode } from '../drafted-nodes.ts'
import { isSelectable } from '../is-selectable.ts'
import type { NodeChange } from '../topology-draft.ts'
import styles from './node-table.module.css'

interface NodeCellsProps {
  node: DraftedNode
  zones: readonly string[]
  isReadOnly: boolean
  isSelected: boolean
  onSelect: (isSelected: boolean) => void
  onChange: (name: string, change: NodeChange) => void
  onRevert: (name: string) => void
  onAssignOther: (name: string) => void
}

/** One node: its zone, who says so, and what can be done about it. */
export function NodeCells(props: NodeCellsProps) {
  const { node, isReadOnly, isSelected, onSelect } = props
  const t = useTranslations('topology.list')
  const { name, source, change, categories } = node
  const isOpen = !isReadOnly && isSelectable(node)
  return (
    <>
      {isReadOnly ? null : (
        <td className={styles.check}>
          {isOpen ? (
            <Checkbox aria-label={t('selectNode', { name })} isSelected={isSelected} onChange={onSelect} />
          ) : null}
        </td>
      )}
      <th scope="row" className={classNames(styles.name, change === 'removed' && styles.gone)}>
        <Link to="/nodes/$node" params={{ node: name }}>
          <code>{name}</code>
        </Link>{' '}
        {change === undefined ? null : <Chip tone="unsaved">{t(`change.${change}`)}</Chip>}
      </th>
      <td className={styles.zone}>
        {isOpen ? <ZoneMenu {...props} /> : <ZoneText zone={node.zone} />}
        <Was node={node} />
      </td>
      <td className={styles.source}>{t(`sources.${source}`, { sections: t('categories', { count: categories }) })}</td>
      {isReadOnly ? null : (
        <td className={styles.actions}>
          <Actions {...props} />
        </td>
      )}
    </>
  )
}

function ZoneText({ zone }: { zone: string | null }) {
  const t = useTranslations('topology')
  return zone === null ? <span className={styles.quiet}>{t('unplaced')}</span> : <code>{zone}</code>
}

function Was({ node: { change, was } }: { node: DraftedNode }) {
  const t = useTranslations('topology.list')
  if (change !== 'moved') return null
  return (
    <span className={styles.quiet}>
      {was === null ? t('wasUnplaced') : t.rich('was', { zone: was, s: (text) => <s key="was">{text}</s> })}
    </span>
  )
}

/** The known zones, one click away; any other by the dialog. */
function ZoneMenu({ node: { name, zone }, zones, onChange, onAssignOther }: NodeCellsProps) {
  const t = useTranslations('topology')
  const label = zone ?? t('unplaced')
  return (
    <Menu
      placement="bottom start"
      trigger={
        <Button
          className={classNames(styles.chooser, zone === null && styles.quiet)}
          aria-label={t('list.zoneOf', { name, zone: label })}
        >
          {zone === null ? label : <code>{label}</code>}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      onAction={(key) => {
        if (key === 'other') onAssignOther(name)
        else if (key === 'unknown') onChange(name, { zone: null })
        else onChange(name, { zone: String(key).slice('zone '.length) })
      }}
    >
      <MenuSection selectionMode="single" selectedKeys={[zone === null ? 'unknown' : `zone ${zone}`]}>
        {zones.map((known) => (
          <MenuItem key={known} id={`zone ${known}`}>
            {known}
          </MenuItem>
        ))}
        <MenuItem id="unknown">{t('list.notKnown')}</MenuItem>
      </MenuSection>
      <MenuSeparator />
      <MenuItem id="other">{t('list.other')}</MenuItem>
    </Menu>
  )
}

function Actions({ node: { name, source, change }, onChange, onRevert }: NodeCellsProps) {
  const t = useTranslations('topology.list')
  if (change !== undefined) {
    return <IconButton size="sm" icon={<Undo2 />} label={t('undo', { name })} onPress={() => onRevert(name)} />
  }
  if (source !== 'assigned') return null
  return (
    <IconButton size="sm" icon={<Trash2 />} label={t('remove', { name })} onPress={() => onChange(name, 'removed')} />
  )
}
