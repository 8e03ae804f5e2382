import type { VirtualItem } from '@tanstack/react-virtual'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { commonDomain } from './common-domain.ts'
import { GROUP_HEIGHT, HEAD_HEIGHT } from './grid-measures.ts'
import type { ColumnGroup, MatrixColumn } from './matrix-columns.ts'
import styles from './matrix-grid.module.css'

interface MatrixHeadProps {
  columns: readonly MatrixColumn[]
  groups: readonly ColumnGroup[]
  inSight: readonly VirtualItem[]
  keyWidth: number
  columnWidth: number
}

/** Two rows that stay in sight: the zones over their nodes, and the sections. */
export function MatrixHead({ columns, groups, inSight, keyWidth, columnWidth }: MatrixHeadProps) {
  const t = useTranslations('matrix.grid')
  const domain = useMemo(
    () => commonDomain(columns.filter(({ kind }) => kind === 'node').map(({ section }) => section)),
    [columns],
  )
  const shown = groups.filter(({ start, size }) => inSight.some(({ index }) => index >= start && index < start + size))
  return (
    <div className={styles.head} style={{ height: HEAD_HEIGHT }}>
      {/* biome-ignore lint/a11y/useSemanticElements: headings stand where the virtualiser puts them. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus is on the cells, as the grid pattern has it. */}
      <div role="row" className={styles.groups} style={{ height: GROUP_HEIGHT }} aria-rowindex={1}>
        {shown.map(({ kind, name, start, size }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={`${kind} ${name}`}
            role="columnheader"
            className={classNames(styles.group, kind === 'unknown' && styles.unknown)}
            style={{ left: keyWidth + start * columnWidth, width: size * columnWidth }}
            aria-colindex={start + 2}
            aria-colspan={size}
            data-group={start}
          >
            <span className={styles.groupName} style={{ left: keyWidth }}>
              <LayerDot layer={kind === 'unknown' ? 'node' : kind} />
              {kind === 'zone' ? t('zone', { zone: name }) : t(kind)}
            </span>
          </div>
        ))}
        <div className={styles.corner} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
      <div role="row" className={styles.sections} style={{ height: HEAD_HEIGHT - GROUP_HEIGHT }} aria-rowindex={2}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: as above. */}
        <div role="columnheader" className={styles.corner} aria-colindex={1} data-corner="">
          {t('key')}
        </div>
        {inSight.map(({ index, start, size }) => {
          const column = columns[index]
          return column === undefined ? null : (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            <div
              key={column.section}
              role="columnheader"
              className={styles.section}
              style={{ left: start, width: size }}
              aria-colindex={index + 2}
              aria-label={column.section}
              data-column={index}
              title={column.section}
            >
              <SectionName column={column} domain={domain} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface SectionNameProps {
  column: MatrixColumn
  /** Left out of the hosts: all of them end in it. */
  domain: string
}

/** Nodes by application and host in two lines: the hosts are what tells them apart. */
function SectionName({ column: { section, kind }, domain }: SectionNameProps) {
  const t = useTranslations('matrix.grid')
  const at = section.indexOf('@')
  const [small, name] =
    kind === 'node'
      ? [section.slice(0, at + 1), section.slice(at + 1, section.length - domain.length)]
      : [kind === 'zone' ? t('zoneItself') : '', section]
  return (
    <>
      <span className={styles.sectionKind}>{small}</span>
      <span className={styles.sectionName}>{name}</span>
    </>
  )
}
