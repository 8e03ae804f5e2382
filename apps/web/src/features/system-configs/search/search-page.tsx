import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { configSearchQuery } from '../api/config-search.ts'
import { toCategory } from '../routes.ts'
import { hitLink } from './hit-link.ts'
import { toSearch } from './routes.ts'
import { SearchHelp } from './search-help.tsx'
import { SearchInput, type SearchInputHandle } from './search-input.tsx'
import styles from './search-page.module.css'
import { SearchProblems } from './search-problems.tsx'
import { asksForNothing, readQuery } from './search-query.ts'
import { SearchResults, type SearchResultsHandle } from './search-results.tsx'
import { TokenChips } from './token-chips.tsx'

const NO_SECTIONS = { nodes: [], zones: [] }

/** Every setting of every category, found by words and tokens. */
export function SearchPage({ q }: { q: string }) {
  const t = useTranslations('search')
  const navigate = useNavigate()
  const input = useRef<SearchInputHandle>(null)
  const results = useRef<SearchResultsHandle>(null)
  const keep = (next: string) => navigate({ ...toSearch(next), replace: true })
  const [text, setText] = useAddressText(q, (next) => void keep(next))
  const { data: search, error, refetch } = useQuery(configSearchQuery())
  const query = useMemo(() => readQuery(text), [text])
  const isAsked = !asksForNothing(query)
  const hits = useMemo(() => search?.find(query) ?? [], [search, query])
  const focusInput = () => input.current?.focus()
  useShortcut({ key: '/' }, focusInput)

  function openFirst() {
    const [first] = hits
    // The way back leads to what was typed last.
    if (first !== undefined) void keep(text).then(() => navigate(toCategory(...hitLink(first))))
  }

  return (
    <Page
      header={
        <>
          <PageHeader title={t('title')} subtitle={t('subtitle')} />
          <div className={styles.bar}>
            <div className={styles.line}>
              <SearchInput
                ref={input}
                text={text}
                known={search ?? NO_SECTIONS}
                onChange={setText}
                onLeave={() => results.current?.focusFirst()}
                onSubmit={openFirst}
                onBlur={() => (text === q ? undefined : void keep(text))}
              />
              <span className={styles.count} role="status">
                {!isAsked || search === undefined
                  ? ''
                  : t('count', {
                      count: hits.length,
                      categories: new Set(hits.map(({ entry }) => entry.category)).size,
                    })}
              </span>
            </div>
            <TokenChips
              text={text}
              onChange={(next, { waits }) => {
                setText(next)
                if (waits) input.current?.focus()
              }}
            />
            <SearchProblems query={query} />
          </div>
        </>
      }
    >
      {!isAsked ? (
        <SearchHelp />
      ) : search !== undefined ? (
        hits.length === 0 ? (
          <EmptyState title={t('none')}>{t(text.includes('@') ? 'noneTokens' : 'noneText')}</EmptyState>
        ) : (
          <SearchResults ref={results} text={text} words={query.words} hits={hits} onLeave={focusInput} />
        )
      ) : error === null ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}
