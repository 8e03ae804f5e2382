import type { BulkWrite, CategoryWrite } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { z } from 'zod'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { bodyDepth } from '#bff/http/body.ts'
import { passedLimit } from '#bff/http/json-limits.ts'

const anyNumber = { values: Number.POSITIVE_INFINITY, names: Number.POSITIVE_INFINITY }
/** Levels of a section that a body of `/v2` can hold: its envelope and the document are two more. */
const maxLevels = bodyDepth - 2
const tooDeep = `A section has at most ${maxLevels} levels.`

const pointer = z
  .string()
  .refine((text) => /^(\/|$)/.test(text) && !/~(?![01])/.test(text), {
    error: 'This is not a JSON Pointer: write / before each key.',
    abort: true,
  })
  .refine((text) => levelsOf(text) <= maxLevels, tooDeep)
  .refine((text) => !text.split('/').includes('__proto__'), 'A key such as __proto__ is not allowed.')

const operation = z.discriminatedUnion('op', [
  z
    .strictObject({
      section: z.string(),
      pointer,
      op: z.literal('set'),
      value: z.custom<JsonValue>((value) => value !== undefined, 'A value is needed: to unset the leaf, use "remove".'),
      pin: z.boolean().exactOptional(),
    })
    .refine(({ pointer, value }) => fits(value, maxLevels - levelsOf(pointer)), tooDeep),
  z.strictObject({ section: z.string(), pointer, op: z.literal('remove') }),
])

/** Each operation looks at the whole category, so a thousand take a second. */
const maxOperations = 1000
const maxOfAll = 5000
const maxCategories = 200

const categoryWrite = z.strictObject({
  base_revision: z.string().nullable(),
  operations: z.array(operation).max(maxOperations, `At most ${maxOperations} operations fit into one category.`),
})

const bulkWrite = z.strictObject({
  changes: z
    .array(categoryWrite.extend({ category: z.string().min(1) }))
    .max(maxCategories, `At most ${maxCategories} categories fit into one change.`)
    .refine((changes) => new Set(changes.map(({ category }) => category)).size === changes.length, {
      message: 'Each category may come once: join its operations.',
    })
    .refine((changes) => changes.reduce((sum, { operations }) => sum + operations.length, 0) <= maxOfAll, {
      message: `At most ${maxOfAll} operations fit into one change.`,
    }),
})

function levelsOf(text: string): number {
  return text.split('/').length - 1
}

function fits(value: JsonValue, depth: number): boolean {
  return passedLimit(JSON.stringify(value), { ...anyNumber, depth }) === undefined
}

/** The body of a console write. Throws `invalid`, keyed by where in the body the fault is. */
export function parseCategoryWrite(data: JsonValue): CategoryWrite {
  return parsed(categoryWrite, data)
}

/** The body of a write of several categories. Throws `invalid`, as `parseCategoryWrite`. */
export function parseBulkWrite(data: JsonValue): BulkWrite {
  return parsed(bulkWrite, data)
}

function parsed<T>(schema: z.ZodType<T>, data: JsonValue): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw validationError(
    Object.fromEntries(
      result.error.issues.map(({ path, message }) => [dottedPath(path.map(String)), { invalid: { message } }]),
    ),
  )
}
