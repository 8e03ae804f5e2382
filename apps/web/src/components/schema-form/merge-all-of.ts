import shallowAllOfMerge from '@rjsf/utils/lib/schema/shallowAllOfMerge.js'
import type { FieldSchema } from './field-schema.ts'
import { subschema } from './field-schema.ts'

/**
 * One schema for what satisfies all of an `allOf`.
 * - where its parts contradict each other: a schema that accepts nothing, under the title and the words of the first
 *   part (`acceptsNothing`)
 */
export function mergeAllOf(schema: FieldSchema): FieldSchema {
  try {
    return subschema(shallowAllOfMerge(schema)) ?? NOTHING
  } catch {
    const { title, description } = { ...subschema(schema.allOf?.[0]), ...schema }
    return {
      ...NOTHING,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
    }
  }
}

const NOTHING: FieldSchema = { not: {} }

/** Whether no value satisfies a schema, because it contradicts itself or refers to one that is missing. */
export function acceptsNothing({ not }: FieldSchema): boolean {
  return typeof not === 'object' && Object.keys(not).length === 0
}
