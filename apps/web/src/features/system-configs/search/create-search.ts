import type { ConfigIndex, FindingMark } from '@strata/api-types'
import { fuzzy } from '../filter/fuzzy-filter.ts'
import { type SearchEntry, type Setting, searchEntries } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'
import { asksForNothing, type SearchQuery } from './search-query.ts'

/** What an index is searched with; made once an index. */
export interface Search {
  /** The best first; in the order of the index where nothing tells them apart. Nothing for a query that asks for nothing. */
  find(query: SearchQuery): SearchHit[]
  /** Names of the sections of any category, sorted. */
  readonly nodes: readonly string[]
  readonly zones: readonly string[]
  /** What nodes set themselves, noise left out; who sets most first. */
  readonly deviations: readonly NodeDeviation[]
  /** Of each category, as it was read. */
  readonly revisions: ReadonlyMap<string, string | null>
  /** How many findings of the sweep there are of a kind, in all categories. */
  findings(mark: FindingMark): number
}

/** How much a node's own sections make it read otherwise than its zone or `default` would. */
export interface NodeDeviation {
  readonly node: string
  readonly settings: number
  readonly categories: number
}

export function createSearch(index: ConfigIndex): Search {
  const entries = searchEntries(index)
  const names = entries.map(({ names: { key, title, category } }) => `${category} ${key} ${title}`)
  const sections = new Map(entries.flatMap(({ settings }) => settings.map(({ section, kind }) => [section, kind])))
  const sectionsOf = (wanted: 'node' | 'zone') =>
    [...sections].flatMap(([section, kind]) => (kind === wanted ? [section] : [])).sort()
  const nodes = sectionsOf('node')
  const zones = sectionsOf('zone')

  return {
    find(query) {
      if (asksForNothing(query)) return []
      const isWanted = settingFilter(query, { nodes, zones })
      const candidates = entries.flatMap((entry, at) => {
        const hit = candidate(entry, query, isWanted)
        return hit === undefined ? [] : [{ ...hit, at, score: 0 }]
      })
      if (query.words.length === 0) return candidates
      const found = scored(candidates, query.words, ({ at }) => names[at] ?? '')
      // A slip of the finger in a description or a value is looked for only where all else fails.
      const hits = found.length > 0 ? found : scored(candidates, query.words, everythingOf)
      return best(
        hits
          .map((hit) => (isCalled(hit, query.words.join(' ')) ? { ...hit, score: EXACT_SCORE } : hit))
          .map((hit) => ({ ...hit, settings: foundSettings(hit, query.words) })),
      )
    },
    nodes,
    zones,
    deviations: deviationsOf(entries),
    revisions: new Map(index.categories.map(({ id, revision }) => [id, revision])),
    findings: (mark) => index.categories.reduce((sum, { findings }) => sum + (findings?.[mark] ?? 0), 0),
  }
}

function deviationsOf(entries: readonly SearchEntry[]): NodeDeviation[] {
  const byNode = new Map<string, string[]>()
  for (const { category, settings } of entries) {
    for (const { section, kind, isNoise, isUnread } of settings) {
      if (kind !== 'node' || isNoise || isUnread) continue
      byNode.set(section, [...(byNode.get(section) ?? []), category])
    }
  }
  return [...byNode]
    .map(([node, found]) => ({ node, settings: found.length, categories: new Set(found).size }))
    .sort((a, b) => b.settings - a.settings || (a.node < b.node ? -1 : 1))
}

interface ScoredHit extends SearchHit {
  readonly at: number
  readonly score: number
}

function candidate(
  entry: SearchEntry,
  { types, isSecret }: SearchQuery,
  isWanted: ((setting: Setting) => boolean) | undefined,
): SearchHit | undefined {
  if (isSecret && !entry.isSecret) return undefined
  if (types.length > 0 && !types.some((type) => entry.types.includes(type))) return undefined
  if (isWanted === undefined) return { entry, settings: entry.settings }
  const settings = entry.settings.filter(isWanted)
  return settings.length === 0 ? undefined : { entry, settings }
}

/** Which stored values a query is about; undefined where it asks for none. */
function settingFilter(
  { nodes, zones, isOverridden, isNoise, isInvalid }: SearchQuery,
  known: Pick<Search, 'nodes' | 'zones'>,
): ((setting: Setting) => boolean) | undefined {
  const isPlaced = nodes.length > 0 || zones.length > 0
  if (!isPlaced && !isOverridden && !isNoise && !isInvalid) return undefined
  const sections = new Set([...namedBy(nodes, known.nodes), ...namedBy(zones, known.zones)])
  return (setting) =>
    (!isPlaced || sections.has(setting.section)) && (!isNoise || setting.isNoise) && (!isInvalid || setting.isInvalid)
}

/** The sections of that very name; where there is none, those whose names hold it. */
function namedBy(wanted: readonly string[], known: readonly string[]): string[] {
  return wanted.flatMap((name) => {
    const same = known.filter((section) => section.toLowerCase() === name)
    return same.length > 0 ? same : known.filter((section) => section.toLowerCase().includes(name))
  })
}

/** The hits in which every word is found; in what `mistakable` gives of them, one that is mistyped, too. */
function scored(
  hits: readonly ScoredHit[],
  words: readonly string[],
  mistakable: (hit: ScoredHit) => string,
): readonly ScoredHit[] {
  let left = hits
  for (const word of words) {
    const found: ScoredHit[] = []
    const others: ScoredHit[] = []
    for (const hit of left) {
      const score = wordScore(hit, word)
      if (score === undefined) others.push(hit)
      else found.push({ ...hit, score: hit.score + score })
    }
    const mistyped = mistypedIn(others.map(mistakable), word).flatMap((place) => others[place] ?? [])
    left = [...found, ...mistyped.map((hit) => ({ ...hit, score: hit.score + FUZZY_SCORE }))]
  }
  return left
}

/** Which of the texts a word may be mistyped from. */
function mistypedIn(texts: string[], word: string): readonly number[] {
  // Nothing can be mistaken in signs alone.
  return (fuzzy.split(word).length === 0 ? null : fuzzy.filter(texts, word)) ?? []
}

/** A word that only values have asks for those values. */
function foundSettings({ entry, settings }: SearchHit, words: readonly string[]): readonly Setting[] {
  const { leaf, key, title, category } = entry.names
  const named = [leaf, key, title, category, entry.descriptionText]
  const ofValues = words.filter((word) => !named.some((text) => text.includes(word)))
  const found = settings.filter(({ text }) => ofValues.every((word) => text.includes(word)))
  return found.length === 0 ? settings : found
}

function everythingOf({ entry, settings }: SearchHit): string {
  const { category, key, title, description } = entry
  return [category, key, title, description, ...settings.map(({ text }) => text)].join(' ')
}

function best(hits: readonly ScoredHit[]): ScoredHit[] {
  return hits.toSorted((a, b) => a.score - b.score || a.at - b.at)
}

/** Of what is called exactly as was asked, which comes before all others. */
const EXACT_SCORE = -1

function isCalled({ entry }: SearchHit, asked: string): boolean {
  const { leaf, key, title } = entry.names
  return [leaf, key, title].includes(asked)
}

/** Of a word that is nowhere but for a slip of the finger. */
const FUZZY_SCORE = 12

/** How well a word fits a hit, the less the better; undefined where it is nowhere as it is written. */
function wordScore({ entry, settings }: SearchHit, word: string): number | undefined {
  const { leaf, key, title, category } = entry.names
  const placed = [
    placeScore(leaf, word, 0),
    placeScore(key, word, 1),
    placeScore(title, word, 1),
    placeScore(category, word, 3),
    ...settings.map(({ text }) => placeScore(text, word, 4)),
    placeScore(entry.descriptionText, word, 6),
  ].filter((score) => score !== undefined)
  return placed.length === 0 ? undefined : Math.min(...placed)
}

/** All of a text is best, then its beginning, the beginning of a word in it, and anywhere. */
function placeScore(text: string, word: string, worth: number): number | undefined {
  const at = text.indexOf(word)
  if (at < 0) return undefined
  if (text.length === word.length) return worth
  if (at === 0) return worth + 1
  return worth + (/[a-z0-9]/.test(text.charAt(at - 1)) ? 3 : 2)
}
