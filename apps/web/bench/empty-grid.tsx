/** An empty list of 70 rows by 500 columns: what scrolling costs before anything is shown. The matrix is measured by it. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { COLUMN_WIDTH, ROW_HEIGHT } from '../src/features/system-configs/matrix/grid-measures.ts'

const ROWS = 70
const COLUMNS = 500

function EmptyGrid() {
  const scroller = useRef<HTMLDivElement>(null)
  const shared = { getScrollElement: () => scroller.current }
  const rows = useVirtualizer({ ...shared, count: ROWS, estimateSize: () => ROW_HEIGHT, overscan: 3 })
  const columns = useVirtualizer({
    ...shared,
    horizontal: true,
    count: COLUMNS,
    estimateSize: () => COLUMN_WIDTH.usual,
    overscan: 1,
  })
  return (
    <div ref={scroller} data-scroller="" style={{ position: 'absolute', inset: 0, overflow: 'auto' }}>
      <div style={{ position: 'relative', width: columns.getTotalSize(), height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <div key={row.key} style={{ position: 'absolute', top: row.start, height: row.size }}>
            {columns.getVirtualItems().map((column) => (
              <div
                key={column.key}
                style={{ position: 'absolute', left: column.start, width: column.size, height: row.size }}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

createRoot(document.body.appendChild(document.createElement('div'))).render(<EmptyGrid />)
