import { useRef } from 'react'
import { moved } from './moved.ts'

/** Keys that stay with their items while these move, so that fields keep their focus and state. */
export function useItemKeys(length: number) {
  const next = useRef(0)
  const keys = useRef<number[]>([])
  while (keys.current.length < length) keys.current.push(next.current++)
  keys.current.length = length
  return {
    at: (index: number) => keys.current[index],
    move: (from: number, to: number) => {
      keys.current = moved(keys.current, from, to)
    },
    remove: (index: number) => {
      keys.current = keys.current.toSpliced(index, 1)
    },
  }
}
