import { TOKENS, type TokenName, tokenText, VALUE_TYPES, type ValueType } from './tokens.ts'

/** What a search asks for. */
export interface SearchQuery {
  /** Lower case; each must be found somewhere. */
  readonly words: readonly string[]
  /** Names or parts of names, lower case: set in a section of one of them. */
  readonly nodes: readonly string[]
  readonly zones: readonly string[]
  readonly types: readonly ValueType[]
  readonly isOverridden: boolean
  readonly isSecret: boolean
  readonly isNoise: boolean
  readonly isInvalid: boolean
  /** Tokens that say nothing, as they were typed. */
  readonly unknown: readonly string[]
  /** Types that there are not. */
  readonly unknownTypes: readonly string[]
}

/**
 * Reads what was typed.
 * - what begins with `@` is a token, everything else are words
 * - the same token twice widens the search, and so do nodes and zones together; different ones narrow it
 * - a token that still lacks its end or its value asks for nothing yet
 */
export function readQuery(text: string): SearchQuery {
  const parts = splitQuery(text)
  const tokens = parts.filter((part) => part.startsWith('@')).map(readToken)
  const valuesOf = (name: TokenName) =>
    tokens.flatMap((token) => (token.name === name && token.value !== '' ? [token.value] : []))
  const has = (name: TokenName) => tokens.some((token) => token.name === name)
  const types = valuesOf('type')
  return {
    words: parts.filter((part) => !part.startsWith('@')).map((word) => word.toLowerCase()),
    nodes: valuesOf('node'),
    zones: valuesOf('zone'),
    types: VALUE_TYPES.filter((type) => types.includes(type)),
    isOverridden: has('overridden'),
    isSecret: has('secret'),
    isNoise: has('noise'),
    isInvalid: has('invalid'),
    unknown: tokens.flatMap(({ name, text }) => (name === undefined && !isUnfinished(text) ? [text] : [])),
    unknownTypes: types.filter((type) => !VALUE_TYPES.some((known) => known === type)),
  }
}

/** The words and tokens of a text; a value in quotation marks may hold spaces. */
export function splitQuery(text: string): string[] {
  return text.match(/@\w*:"[^"]*"?|\S+/g) ?? []
}

/** Whether a query narrows nothing down: everything would be found. */
export function asksForNothing(query: SearchQuery): boolean {
  const { words, nodes, zones, types, isOverridden, isSecret, isNoise, isInvalid } = query
  const narrows = isOverridden || isSecret || isNoise || isInvalid
  return !narrows && [words, nodes, zones, types].every((each) => each.length === 0)
}

function isUnfinished(text: string): boolean {
  return TOKENS.some((token) => tokenText(token).startsWith(text.toLowerCase()))
}

interface Token {
  readonly text: string
  /** Undefined for a token that there is not. */
  readonly name: TokenName | undefined
  readonly value: string
}

function readToken(text: string): Token {
  const [, name = '', colon = '', value = ''] = /^@([^:]*)(:?)(.*)$/s.exec(text) ?? []
  const known = TOKENS.find((token) => token.name === name.toLowerCase() && token.takesValue === (colon !== ''))
  return { text, name: known?.name, value: value.replaceAll('"', '').toLowerCase() }
}
