import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import type { SearchQuery } from './search-query.ts'
import { VALUE_TYPES } from './tokens.ts'

/** Says which tokens say nothing. */
export function SearchProblems({ query }: { query: SearchQuery }) {
  const t = useTranslations('search')
  const { unknown, unknownTypes } = query
  if (unknown.length === 0 && unknownTypes.length === 0) return null
  return (
    <Note tone="warning">
      {unknown.length === 0 ? null : <p>{t('unknown', { tokens: quoted(unknown) })}</p>}
      {unknownTypes.length === 0 ? null : (
        <p>{t('unknownTypes', { types: quoted(unknownTypes), known: VALUE_TYPES.join(', ') })}</p>
      )}
    </Note>
  )
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ')
}
