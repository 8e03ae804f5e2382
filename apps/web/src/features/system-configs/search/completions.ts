import { TOKENS, type TokenName, tokenText, VALUE_TYPES } from './tokens.ts'

/** What could stand in place of the token at the caret. */
export interface Completion {
  /** As it is put into the text. */
  readonly text: string
  readonly name: TokenName
  /** The section or type; undefined for the token alone. */
  readonly value: string | undefined
}

export interface Completions {
  /** The part of the text that a completion replaces. */
  readonly from: number
  readonly to: number
  readonly options: readonly Completion[]
  /** What is typed means nothing without one of them; of a node or a zone a part of the name does. */
  readonly isNeeded: boolean
}

export interface KnownSections {
  readonly nodes: readonly string[]
  readonly zones: readonly string[]
}

/** What completes the token that the caret stands in; no options where it stands in none, or where it is complete. */
export function completionsAt(text: string, caret: number, known: KnownSections): Completions {
  const from = tokenStart(text, caret)
  const to = caret + (/^\S*/.exec(text.slice(caret))?.[0].length ?? 0)
  const typed = text.slice(from, to)
  if (!typed.startsWith('@')) return { from, to, options: [], isNeeded: false }
  const options = optionsFor(typed.toLowerCase(), known)
  const isComplete = options.some((option) => option.text === typed)
  const isNeeded = options.some(({ name, value }) => value === undefined || name === 'type')
  return { from, to, options: isComplete ? [] : options, isNeeded }
}

/** A text with a completion in it, and where the caret stands after it. */
export function complete(
  text: string,
  { from, to }: Completions,
  completion: Completion,
): { text: string; caret: number } {
  const isDone = completion.value !== undefined || !completion.text.endsWith(':')
  const rest = text.slice(to)
  const put = `${completion.text}${isDone && !rest.startsWith(' ') ? ' ' : ''}`
  return { text: text.slice(0, from) + put + rest, caret: from + put.length + (isDone && rest.startsWith(' ') ? 1 : 0) }
}

function tokenStart(text: string, caret: number): number {
  const before = text.slice(0, caret)
  const quoted = /(?:^|\s)(@\w+:"[^"]*)$/.exec(before)?.[1] ?? /\S*$/.exec(before)?.[0] ?? ''
  return caret - quoted.length
}

function optionsFor(typed: string, known: KnownSections): Completion[] {
  const colon = typed.indexOf(':')
  if (colon < 0) {
    return TOKENS.map((token) => ({ name: token.name, text: tokenText(token), value: undefined })).filter((option) =>
      option.text.startsWith(typed),
    )
  }
  const token = TOKENS.find((each) => each.takesValue && tokenText(each) === typed.slice(0, colon + 1))
  if (token === undefined) return []
  const part = typed.slice(colon + 1).replaceAll('"', '')
  const values = valuesOf(token.name, known).filter((value) => value.toLowerCase().includes(part))
  const begins = (value: string) => Number(!value.toLowerCase().startsWith(part))
  return values
    .toSorted((a, b) => begins(a) - begins(b))
    .map((value) => ({ name: token.name, text: tokenText(token) + quoted(value), value }))
}

function valuesOf(name: TokenName, { nodes, zones }: KnownSections): readonly string[] {
  if (name === 'node') return nodes
  return name === 'zone' ? zones : VALUE_TYPES
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value
}
