import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import styles from './virtual-table.module.css'

interface VirtualTableProps<Item> {
  label: string
  /** `th` elements, with the class names that give the columns their widths. Out of sight on small screens. */
  header: ReactNode
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** Height of a row before it is measured, in pixels. */
  rowHeight: number
  /** The `td` elements of a row. */
  children: (item: Item) => ReactNode
}

const OVERSCAN = 12

/** A table of any length of which only the rows in sight are mounted. Fills the room that is left and scrolls inside. */
export function VirtualTable<Item>({ label, header, items, keyOf, rowHeight, children }: VirtualTableProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: OVERSCAN,
  })
  return (
    <div className={styles.scroller} ref={scroller}>
      <table className={styles.table} aria-label={label} aria-rowcount={items.length + 1}>
        <thead className={styles.header}>
          <tr className={styles.row} aria-rowindex={1}>
            {header}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            return item === undefined ? null : (
              <tr
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={classNames(styles.row, styles.placed)}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
