import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'
import { COLUMN_WIDTH, HEAD_HEIGHT, ROW_HEIGHT } from './grid-measures.ts'
import type { CellIndex } from './next-cell.ts'

interface GridParts {
  scroller: RefObject<HTMLDivElement | null>
  rows: number
  columns: number
  keyWidth: number
  active: CellIndex
}

/** Which rows and columns are in sight, both ways. The active cell is always among them, so that it keeps the focus. */
export function useGridVirtualizers({ scroller, rows, columns, keyWidth, active }: GridParts) {
  const getScrollElement = useCallback(() => scroller.current, [scroller])
  return {
    rows: useVirtualizer({
      count: rows,
      getScrollElement,
      estimateSize: useCallback(() => ROW_HEIGHT, []),
      paddingStart: HEAD_HEIGHT,
      scrollPaddingStart: HEAD_HEIGHT,
      overscan: 3,
      rangeExtractor: useRangeWith(active.row, rows),
    }),
    columns: useVirtualizer({
      horizontal: true,
      count: columns,
      getScrollElement,
      estimateSize: useCallback(() => COLUMN_WIDTH, []),
      paddingStart: keyWidth,
      scrollPaddingStart: keyWidth,
      overscan: 1,
      rangeExtractor: useRangeWith(active.column, columns),
    }),
  }
}

function useRangeWith(index: number, count: number): (range: Range) => number[] {
  return useCallback(
    (range) => {
      const inSight = defaultRangeExtractor(range)
      if (index >= count || inSight.includes(index)) return inSight
      return [...inSight, index].sort((a, b) => a - b)
    },
    [index, count],
  )
}
