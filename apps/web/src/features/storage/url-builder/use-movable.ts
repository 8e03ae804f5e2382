import { type KeyboardEvent, useRef } from 'react'
import { useDrag, useDrop } from 'react-aria-components'

interface Movable {
  index: number
  count: number
  /** Names the list: nothing of another one is taken. */
  list: string
  isDisabled: boolean
  onMove: (from: number, to: number) => void
}

/**
 * What makes an item of a list movable by a handle in it: drag and drop, by pointer, keyboard or screen reader, and the
 * arrow keys. An item that is dropped on another takes its place. Gives what the handle and the item need.
 */
export function useMovable({ index, count, list, isDisabled, onMove }: Movable) {
  const itself = `${list}-${index}`
  const handle = useRef<HTMLSpanElement>(null)
  const { dragProps, isDragging } = useDrag({
    isDisabled,
    getItems: () => [{ [list]: String(index), [itself]: '' }],
    getAllowedDropOperations: () => ['move'],
  })
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref: handle,
    isDisabled,
    hasDropButton: true,
    getDropOperation: (types) => (types.has(list) && !types.has(itself) ? 'move' : 'cancel'),
    async onDrop({ items: [dropped] }) {
      if (dropped?.kind === 'text') onMove(Number(await dropped.getText(list)), index)
    },
  })

  /** One place up or down, at once. */
  function onKeyDown(event: KeyboardEvent) {
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index
    if (to === index) return
    event.preventDefault()
    if (to >= 0 && to < count) onMove(index, to)
  }

  return {
    handleProps: { ...dropButtonProps, ...dragProps, ref: handle, onKeyDown },
    itemProps: { ...dropProps, 'data-dragging': isDragging || undefined, 'data-target': isDropTarget || undefined },
  }
}
