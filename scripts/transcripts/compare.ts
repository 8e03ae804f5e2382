import {
  deepEqual,
  getAt,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  removeAt,
} from '../../packages/json/src/index.ts'
import type { Departure, Step, Transcript } from './step.ts'

/** What stands for values that change with every request must look like this. */
const volatile: Readonly<Record<string, RegExp>> = {
  REVISION: /^\d+-[0-9a-f]{32}$/,
  REQUEST_ID: /^[0-9a-f]{32}$/,
  NODE: /^\S+$/,
  TIMESTAMP: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
}

export type Variables = Readonly<Record<string, string>>

/**
 * What is wrong with an answer to a step, one line a fault; empty when it equals the printed one through the table.
 * - a departure whose document's side is not what the step prints is a fault of the table
 * - fields that the document does not print must not be there, unless the table says so
 */
export function faults(
  transcript: Transcript,
  step: Step,
  answer: JsonValue,
  table: readonly Departure[],
  variables: Variables,
): string[] {
  if (step.answer === undefined) {
    return getAt(answer, '/status') === 'success' ? [] : [`/status: expected "success", got ${show(answer)}`]
  }
  const rows = departuresOf(transcript, step, table)
  const wrongRows = rows
    .filter((row) => !deepEqual(getAt(step.answer, row.field), row.seed))
    .map((row) => `${row.field}: the table says the document prints ${show(row.seed)}, which it does not`)
  const fromTable = rows.flatMap((row) => differences(fill(row.ours, variables), getAt(answer, row.field), row.field))
  const rest = differences(
    fill(without(step.answer, rows), variables),
    isJsonObject(answer) ? without(answer, rows) : answer,
    '',
  )
  return [...wrongRows, ...fromTable, ...rest]
}

/** The rows of the table that hold for one step. */
export function departuresOf(transcript: Transcript, step: Step, table: readonly Departure[]): Departure[] {
  return table.filter(
    (row) => row.transcript === transcript.name && (row.steps === undefined || row.steps.includes(step.name)),
  )
}

/** A copy with every `{NAME}` that is a variable filled in, in keys and texts. */
export function fill<Value extends JsonValue | RegExp | undefined>(value: Value, variables: Variables): Value
export function fill(value: JsonValue | RegExp | undefined, variables: Variables): JsonValue | RegExp | undefined {
  if (value === undefined || value instanceof RegExp) return value
  if (typeof value === 'string') return fillText(value, variables)
  if (Array.isArray(value)) return value.map((item) => fill(item, variables))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [fillText(key, variables), fill(item, variables)]),
  )
}

/** A text with every `{NAME}` that is a variable filled in. */
export function fillText(text: string, variables: Variables): string {
  return text.replace(/\{([A-Z0-9_]+)\}/g, (whole, name: string) => variables[name] ?? whole)
}

function without(value: JsonObject, rows: readonly Departure[]): JsonValue {
  return rows.reduce<JsonValue>((rest, row) => removeAt(rest, row.field) ?? {}, value)
}

function differences(expected: JsonValue | RegExp | undefined, actual: JsonValue | undefined, at: string): string[] {
  if (isJsonObject(expected) && !(expected instanceof RegExp) && isJsonObject(actual)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => {
      const pointer = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      return differences(own(expected, key), own(actual, key), pointer)
    })
  }
  const pattern = expected instanceof RegExp ? expected : patternOf(expected)
  const matches = pattern === undefined ? deepEqual(toJson(expected), actual) : matchesPattern(pattern, actual)
  return matches ? [] : [`${at}: expected ${show(pattern ?? expected)}, got ${show(actual)}`]
}

function patternOf(expected: JsonValue | undefined): RegExp | undefined {
  const name = typeof expected === 'string' ? /^\{([A-Z0-9_]+)\}$/.exec(expected)?.[1] : undefined
  return name === undefined ? undefined : volatile[name]
}

function matchesPattern(pattern: RegExp, actual: JsonValue | undefined): boolean {
  return typeof actual === 'string' && pattern.test(actual)
}

function toJson(value: JsonValue | RegExp | undefined): JsonValue | undefined {
  return value instanceof RegExp ? undefined : value
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function show(value: JsonValue | RegExp | undefined): string {
  return value === undefined ? 'nothing' : value instanceof RegExp ? String(value) : JSON.stringify(value)
}
