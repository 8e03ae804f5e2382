import { Link } from '@tanstack/react-router'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { toCategory } from '../routes.ts'
import { valuesOf } from './chosen-values.ts'
import type { SearchHit } from './search-hit.ts'
import { SearchHitRow } from './search-hit-row.tsx'
import styles from './search-results.module.css'
import { ValuesCheckbox } from './values-checkbox.tsx'

export interface SearchResultsHandle {
  focusFirst: () => void
}

interface SearchResultsProps {
  text: string
  words: readonly string[]
  hits: readonly SearchHit[]
  /** Ids of the values that are chosen. */
  selected: ReadonlySet<string>
  onChoose: (ids: readonly string[], isChosen: boolean) => void
  /** The arrow up from the first hit, and Escape. */
  onLeave: () => void
  ref?: Ref<SearchResultsHandle>
}

/** Before they are measured, in pixels. */
const HEIGHTS = { category: 34, hit: 42, described: 58 }
const OVERSCAN = 4

function heightOf(row: ResultRow | undefined): number {
  if (row?.kind === 'category') return HEIGHTS.category
  return row?.hit.entry.description === '' ? HEIGHTS.hit : HEIGHTS.described
}

/** What was found, by category; only what is in sight is mounted. The arrow keys go from hit to hit. */
export function SearchResults({ text, words, hits, selected, onChoose, onLeave, ref }: SearchResultsProps) {
  const t = useTranslations('search')
  const list = useRef<HTMLElement>(null)
  const { rows, places } = useMemo(() => resultRows(hits), [hits])
  const [active, setActive] = useState<{ hits: readonly SearchHit[]; place: number }>()
  const anchor = useRef<{ hits: readonly SearchHit[]; place: number }>(undefined)
  const withShift = useRef(false)
  const place = active?.hits === hits ? active.place : undefined
  const activeRow = place === undefined ? undefined : places[place]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scroll]') ?? null,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    // The hit that has the focus stays mounted, wherever it is.
    rangeExtractor: (range) => [
      ...new Set([...defaultRangeExtractor(range), ...(activeRow === undefined ? [] : [activeRow])]),
    ],
    overscan: OVERSCAN,
  })

  useEffect(() => {
    const row = list.current?.querySelector(`[data-index="${activeRow}"]`)
    // What has the focus inside the row keeps it.
    if (!row?.contains(document.activeElement)) row?.querySelector('a')?.focus()
  }, [activeRow])
  useImperativeHandle(ref, () => ({ focusFirst: () => go(0) }))

  function go(to: number) {
    const row = places[to]
    if (row === undefined) return
    setActive({ hits, place: to })
    virtual.scrollToIndex(to === 0 ? 0 : row)
  }

  /** With Shift, all from the hit that was chosen before to this one. */
  function chooseAt(at: number, ids: readonly string[], isChosen: boolean) {
    const from = withShift.current && anchor.current?.hits === hits ? anchor.current.place : at
    anchor.current = { hits, place: at }
    const between = places.slice(Math.min(from, at), Math.max(from, at) + 1).flatMap((row) => idsIn(rows[row]))
    onChoose(from === at ? ids : between, isChosen)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveOf(event.key, place)
    if (move === undefined) return
    event.preventDefault()
    move()
  }

  function moveOf(key: string, from: number): (() => void) | undefined {
    switch (key) {
      case 'ArrowDown':
        return () => go(from + 1)
      case 'ArrowUp':
        return from === 0 ? onLeave : () => go(from - 1)
      case 'Home':
        return () => go(0)
      case 'End':
        return () => go(places.length - 1)
      case 'Escape':
        return onLeave
      default:
        return undefined
    }
  }

  return (
    <section
      ref={list}
      className={styles.results}
      aria-label={t('results', { text: text.trim() })}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
      onPointerDownCapture={({ shiftKey }) => {
        withShift.current = shiftKey
      }}
      onKeyDownCapture={({ shiftKey }) => {
        withShift.current = shiftKey
      }}
      onFocus={({ target }) => {
        const at = places.indexOf(Number(target.closest<HTMLElement>('[data-index]')?.dataset.index))
        if (at >= 0 && at !== place) setActive({ hits, place: at })
      }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            {row.kind === 'category' ? (
              <div className={styles.category}>
                <ValuesCheckbox
                  label={t('choice.category', { category: row.category })}
                  values={row.hits.flatMap(valuesOf)}
                  selected={selected}
                  onChoose={onChoose}
                />
                <h2>
                  <Link {...toCategory(row.category)}>
                    <code>{row.category}</code>
                  </Link>
                  <span>{t('inCategory', { count: row.hits.length })}</span>
                </h2>
              </div>
            ) : (
              <SearchHitRow
                hit={row.hit}
                words={words}
                selected={selected}
                onChoose={(ids, isChosen) => chooseAt(places.indexOf(index), ids, isChosen)}
              />
            )}
          </div>
        )
      })}
    </section>
  )
}

type ResultRow =
  | { readonly kind: 'category'; readonly key: string; readonly category: string; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }

function idsIn(row: ResultRow | undefined): string[] {
  return row?.kind === 'hit' ? valuesOf(row.hit).map(({ id }) => id) : []
}

/**
 * Hits under their categories, the category of the best hit first.
 * - `places` says which row each hit is in
 */
function resultRows(hits: readonly SearchHit[]): { rows: ResultRow[]; places: number[] } {
  const byCategory = new Map<string, SearchHit[]>()
  for (const hit of hits) {
    const members = byCategory.get(hit.entry.category)
    if (members === undefined) byCategory.set(hit.entry.category, [hit])
    else members.push(hit)
  }
  const rows: ResultRow[] = []
  const places: number[] = []
  for (const [category, members] of byCategory) {
    rows.push({ kind: 'category', key: category, category, hits: members })
    for (const hit of members) {
      places.push(rows.length)
      rows.push({ kind: 'hit', key: `${category}${hit.entry.pointer}`, hit })
    }
  }
  return { rows, places }
}
