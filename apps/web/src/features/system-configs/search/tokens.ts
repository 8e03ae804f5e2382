export type TokenName = 'overridden' | 'node' | 'zone' | 'secret' | 'noise' | 'invalid' | 'type'

interface Token {
  readonly name: TokenName
  /** Whether it is written `@name:value`. */
  readonly takesValue: boolean
}

/** What narrows a search, in the order it is offered. */
export const TOKENS: readonly Token[] = [
  { name: 'overridden', takesValue: false },
  { name: 'node', takesValue: true },
  { name: 'zone', takesValue: true },
  { name: 'secret', takesValue: false },
  { name: 'noise', takesValue: false },
  { name: 'invalid', takesValue: false },
  { name: 'type', takesValue: true },
]

/** The types that a schema may ask for. */
export const VALUE_TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'] as const

export type ValueType = (typeof VALUE_TYPES)[number]

/** How a token is written; those that take a value end with the colon. */
export function tokenText({ name, takesValue }: Token): string {
  return `@${name}${takesValue ? ':' : ''}`
}
