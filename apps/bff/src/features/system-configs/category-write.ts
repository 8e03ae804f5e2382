import type { CategoryWrite } from '@strata/api-types'
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

const categoryWrite = z.strictObject({ base_revision: z.string().nullable(), operations: z.array(operation) })

/** The body of a console write. Throws `invalid`, keyed by where in the body the fault is. */
export function parseCategoryWrite(data: JsonValue): CategoryWrite {
  const parsed = categoryWrite.safeParse(data)
  if (parsed.success) return parsed.data
  throw validationError(
    Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [dottedPath(path.map(String)), { invalid: { message } }]),
    ),
  )
}
