import { formatPointer, getAt, parsePointer } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import { nameOf } from '../back-end-kinds.ts'
import { objectAt } from '../document-parts.ts'
import { useStorageDocument } from './document-context.ts'
import { useRouteWords } from './use-route-words.ts'

/** What a place in the document is called: `EU recordings · Bucket`. */
export function usePlaceWords(): (pointer: string) => string {
  const { fields } = useStorageDocument()
  const routes = useRouteWords()

  function entryWords(map: string, id: string): string {
    const pointer = formatPointer([map, id])
    return getAt(fields, pointer) === undefined ? id : (nameOf(objectAt(fields, pointer)) ?? id)
  }

  return (pointer) => {
    const tokens = parsePointer(pointer)
    const [first = '', second, third, fourth, ...rest] = tokens
    if ((first === 'attachments' || first === 'connections') && second !== undefined) {
      const last = tokens.length > 2 ? tokens.at(-1) : undefined
      return [entryWords(first, second), ...(last === undefined ? [] : [humanise(last)])].join(' · ')
    }
    if (first === 'plan' && second !== undefined) {
      const type = third === 'types' ? fourth : undefined
      const last = type === undefined ? tokens.slice(2).at(-1) : rest.at(-1)
      const route = [routes.classTitle(second), routes.title({ databaseClass: second, type })]
      return [...route, ...(last === undefined ? [] : [humanise(last)])].join(' · ')
    }
    return first === '' ? '' : tokens.map(humanise).join(' · ')
  }
}
