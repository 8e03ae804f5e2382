import type { RouteDecision, RoutedBackEnd } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { textOf } from '../document/document-parts.ts'

/** One of the names that a place is known by. */
export interface PlacePart {
  readonly key: string
  readonly title: string
  readonly value: string
  /** Null where no document says it. */
  readonly by: RouteDecision | null
}

const known = [
  'bucket',
  'container',
  'account',
  'folder_id',
  'host',
  'region',
  'signing_region',
  'oauth_doc_id',
  'oauth_app_id',
  'folder_path',
] as const

/** What a back-end's place is known by, the most telling first, and the folder that files are put in. */
export function usePlaceParts(backEnd: RoutedBackEnd | null): PlacePart[] {
  const t = useTranslations('storageWhere.answer.parts')
  if (backEnd === null) return []
  const { settings, target } = backEnd
  return known.flatMap((key) => {
    const value = key === 'folder_path' ? textOf(settings[key]?.value) : target.place[key]
    // The host of a bucket that is named by nothing but its region says the same again.
    const isDerived = key === 'host' && settings.host === undefined && target.place.bucket !== undefined
    if (value === undefined || isDerived) return []
    const decider = settings[key] ?? (key === 'signing_region' ? settings.host : settings.url)
    return [{ key, title: t(key), value, by: decider?.by ?? null }]
  })
}
