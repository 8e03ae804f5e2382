import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { Group, ToggleButton } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import chips from '#web/components/filter-chips.module.css'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { configSearchQuery } from '../api/config-search.ts'
import { toCategory } from '../routes.ts'
import { ChoiceBar } from './choice-bar.tsx'
import { landing, settingLink } from './hit-link.ts'
import { toSearch } from './routes.ts'
import type { SearchHit } from './search-hit.ts'
import { SearchInput, type SearchInputHandle } from './search-input.tsx'
import styles from './search-page.module.css'
import { asksForNothing, readQuery, type SearchQuery, splitQuery } from './search-query.ts'
import { SearchResults, type SearchResultsHandle } from './search-results.tsx'
import { TOKENS, tokenText, VALUE_TYPES } from './tokens.ts'
import { type Choice, useChoice } from './use-choice.ts'

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
  const choice = useChoice(hits)
  const focusInput = () => input.current?.focus()
  useShortcut({ key: '/' }, focusInput)
  // Who comes here comes to type.
  useEffect(() => input.current?.focus(), [])

  function openFirst() {
    const [first] = hits
    // The way back leads to what was typed last.
    if (first !== undefined)
      void keep(text).then(() => navigate(toCategory(...settingLink(first.entry, landing(first.entry)))))
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
              <ChooseAll hits={hits} choice={choice} />
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
      footer={
        search === undefined ? undefined : (
          <ChoiceBar chosen={choice.chosen} revisions={search.revisions} onClear={choice.clear} />
        )
      }
    >
      {!isAsked ? (
        <SearchHelp />
      ) : search !== undefined ? (
        hits.length === 0 ? (
          <EmptyState title={t('none')}>{t(text.includes('@') ? 'noneTokens' : 'noneText')}</EmptyState>
        ) : (
          <SearchResults
            ref={results}
            text={text}
            words={query.words}
            hits={hits}
            selected={choice.selected}
            onChoose={choice.choose}
            onLeave={focusInput}
          />
        )
      ) : error === null ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function ChooseAll({ hits, choice }: { hits: readonly SearchHit[]; choice: Choice }) {
  const t = useTranslations('search.choice')
  const count = hits.reduce((sum, { settings }) => sum + settings.length, 0)
  if (count === 0) return null
  return (
    <Button size="sm" variant="quiet" isDisabled={choice.chosen.length === count} onPress={choice.chooseAll}>
      {t('all', { count })}
    </Button>
  )
}

/** What can be typed, for somebody who has typed nothing yet. */
function SearchHelp() {
  const t = useTranslations('search')
  return (
    <div className={styles.help}>
      <h2>{t('help.title')}</h2>
      <p>{t('help.text')}</p>
      <dl className={styles.tokens}>
        {TOKENS.map((token) => (
          <div key={token.name}>
            <dt>
              <code>{tokenText(token)}</code>
              {token.takesValue ? <i>{t(token.name === 'type' ? 'help.ofType' : 'help.name')}</i> : null}
            </dt>
            <dd>{t(`tokens.${token.name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Says which tokens say nothing. */
function SearchProblems({ query }: { query: SearchQuery }) {
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

interface TokenChipsProps {
  text: string
  /** `waits`: the text ends with a token that still lacks its value. */
  onChange: (text: string, how: { waits: boolean }) => void
}

/** Every token, to be put into the search or taken out of it. */
function TokenChips({ text, onChange }: TokenChipsProps) {
  const t = useTranslations('search.tokens')
  const parts = splitQuery(text)

  function toggle(token: string, takesValue: boolean) {
    const rest = parts.filter((part) => part !== token)
    const isOn = !takesValue && rest.length < parts.length
    const next = [...rest, ...(isOn ? [] : [token])].join(' ')
    onChange(next === '' || takesValue ? next : `${next} `, { waits: takesValue })
  }

  return (
    <Group aria-label={t('label')} className={classNames(chips.chips, styles.chips)}>
      {TOKENS.map((token) => {
        const written = tokenText(token)
        const isOn = parts.some((part) => (token.takesValue ? part.startsWith(written) : part === written))
        return (
          <span key={token.name} title={t(token.name)}>
            <ToggleButton
              className={classNames(chips.chip, styles.chip)}
              isSelected={isOn}
              onChange={() => toggle(written, token.takesValue)}
            >
              {written}
            </ToggleButton>
          </span>
        )
      })}
    </Group>
  )
}
