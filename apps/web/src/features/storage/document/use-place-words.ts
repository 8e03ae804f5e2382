import { formatPointer, parsePointer } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import type { HandlerKind } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { kindOf, nameOf } from '../entries/back-end-kinds.tsx'
import { settingsHints } from '../entries/use-settings-hints.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import { useStorageDocument } from './document-context.ts'
import { objectAt } from './document-parts.ts'

/** What a place in the document is called: `EU recordings · Bucket`. */
export function usePlaceWords(): (pointer: string) => string {
  const { fields } = useStorageDocument()
  const routes = useRouteWords()
  const settings = useTranslations('storage.settings')

  function entryWords([map = '', id = '', ...rest]: readonly string[]): string[] {
    const pointer = formatPointer([map, id])
    const entry = objectAt(fields, pointer)
    const name = nameOf(entry) ?? id
    const last = rest.at(-1)
    return last === undefined ? [name] : [name, settingTitle(kindOf(entry), last)]
  }

  function settingTitle(kind: HandlerKind | undefined, key: string): string {
    const title = kind === undefined ? undefined : settingsHints(kind, settings)[key]?.title
    return title ?? humanise(key)
  }

  return (pointer) => {
    const tokens = parsePointer(pointer)
    const [first = '', second, third, fourth, ...rest] = tokens
    if ((first === 'attachments' || first === 'connections') && second !== undefined) {
      return entryWords(tokens).join(' · ')
    }
    if (first === 'plan' && second !== undefined) {
      const type = third === 'types' ? fourth : undefined
      const last = type === undefined ? tokens.slice(2).at(-1) : rest.at(-1)
      const route = [routes.classTitle(second), routes.title({ planClass: second, type })]
      return [...route, ...(last === undefined ? [] : [humanise(last)])].join(' · ')
    }
    return first === '' ? '' : tokens.map(humanise).join(' · ')
  }
}
