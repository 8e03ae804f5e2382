import type { BulkWrite, CategoryWrite } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { z } from 'zod'
import { validationError } from '#bff/errors.ts'
import { dottedPath } from '#bff/redaction/dotted-path.ts'

const pointer = z.string().regex(/^(\/([^~]|~[01])*)?$/, 'This is not a JSON Pointer: write / before each key.')

const operation = z.discriminatedUnion('op', [
  z.strictObject({
    section: z.string(),
    pointer,
    op: z.literal('set'),
    value: z.custom<JsonValue>((value) => value !== undefined, 'A value is needed: to unset the leaf, use "remove".'),
    pin: z.boolean().exactOptional(),
  }),
  z.strictObject({ section: z.string(), pointer, op: z.literal('remove') }),
])

const maxOperations = 5000
const maxCategories = 200

const tooMany = `At most ${maxOperations} operations fit into one change.`

const categoryWrite = z.strictObject({
  base_revision: z.string().nullable(),
  operations: z.array(operation).max(maxOperations, tooMany),
})

const bulkWrite = z.strictObject({
  changes: z
    .array(categoryWrite.extend({ category: z.string().min(1) }))
    .max(maxCategories, `At most ${maxCategories} categories fit into one change.`)
    .refine((changes) => new Set(changes.map(({ category }) => category)).size === changes.length, {
      message: 'Each category may come once: join its operations.',
    })
    .refine((changes) => changes.reduce((sum, { operations }) => sum + operations.length, 0) <= maxOperations, {
      message: tooMany,
    }),
})

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
