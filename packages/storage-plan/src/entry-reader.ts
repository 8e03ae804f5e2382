import { formatPointer, type JsonValue } from '@strata/json'
import type { Decided } from './decide.ts'
import type { LayeredStorage } from './layered-storage.ts'

/** Reads keys of one back-end or connection as the layers together define it. */
export interface EntryReader {
  readonly pointer: string
  /** The whole entry; undefined where no layer defines it. */
  readonly entry: Decided | undefined
  text(...path: string[]): Decided<string> | undefined
  number(...path: string[]): Decided<number> | undefined
  /** Whatever stands there. */
  any(...path: string[]): Decided | undefined
}

export function entryReader(storage: LayeredStorage, map: 'attachments' | 'connections', id: string): EntryReader {
  const pointer = formatPointer([map, id])
  const any = (...path: string[]) => storage.decide(pointer + formatPointer(path), 'entry')
  return {
    pointer,
    get entry() {
      return storage.decide(pointer, 'entry')
    },
    any,
    text: (...path) => decided(any(...path), (value) => (typeof value === 'string' ? value : undefined)),
    number: (...path) => decided(any(...path), (value) => (typeof value === 'number' ? value : undefined)),
  }
}

/** A decided value of the kind that `read` takes; undefined for any other. */
export function decided<Value extends JsonValue>(
  part: Decided | undefined,
  read: (value: JsonValue) => Value | undefined,
): Decided<Value> | undefined {
  const value = part === undefined ? undefined : read(part.value)
  return part === undefined || value === undefined ? undefined : { value, by: part.by }
}
