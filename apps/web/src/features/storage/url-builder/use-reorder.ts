import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'

interface ReorderProps {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
}

/**
 * What makes a handle in an item of a list move that item: the arrow keys while it has the focus, and dragging it.
 * - an item that is dragged changes places as soon as the pointer has passed the middle of its neighbour
 */
export function useReorder(count: number, move: (from: number, to: number) => void): (index: number) => ReorderProps {
  const latest = useRef(move)
  latest.current = move
  const stopDragging = useRef<() => void>(undefined)
  useEffect(() => () => stopDragging.current?.(), [])

  function drag(handle: HTMLElement, start: number) {
    const list = handle.closest('ol')
    let index = start
    const follow = ({ clientY }: globalThis.PointerEvent) => {
      const to = placeAt(list, index, clientY)
      if (to === index) return
      latest.current(index, to)
      index = to
    }
    const stop = () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', stop)
      window.removeEventListener('pointercancel', stop)
    }
    stopDragging.current = stop
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', stop)
    window.addEventListener('pointercancel', stop)
  }

  return (index) => ({
    onKeyDown(event) {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index
      if (to === index) return
      event.preventDefault()
      if (to >= 0 && to < count) move(index, to)
    },
    onPointerDown(event) {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.focus()
      drag(event.currentTarget, index)
    },
  })
}

/** Where the item at `index` belongs when the pointer is at `y`: one place further at a time. */
function placeAt(list: HTMLOListElement | null, index: number, y: number): number {
  const middle = (item: Element | undefined) => {
    const box = item?.getBoundingClientRect()
    return box === undefined ? undefined : box.top + box.height / 2
  }
  const [above, below] = [middle(list?.children[index - 1]), middle(list?.children[index + 1])]
  if (above !== undefined && y < above) return index - 1
  return below !== undefined && y > below ? index + 1 : index
}
