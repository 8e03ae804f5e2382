import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

/**
 * Which of the alternatives of a `oneOf` a value means, told by a property that has one fixed value in each of them, as
 * `handler` has in storage back-ends. `undefined` when the alternatives have no such property or none has that value.
 * The alternatives must be resolved: a normalised schema's are.
 */
export function branchIndex(branches: readonly JsonValue[], value: JsonValue): number | undefined {
  const tag = tagOf(branches)
  if (tag === undefined || !isJsonObject(value) || !Object.hasOwn(value, tag)) return undefined
  const index = branches.findIndex((branch) => fixedValues(branch)[tag] === value[tag])
  return index === -1 ? undefined : index
}

function tagOf(branches: readonly JsonValue[]): string | undefined {
  const [first, ...others] = branches.map(fixedValues)
  return Object.keys(first ?? {}).find((key) => others.every((fixed) => Object.hasOwn(fixed, key)))
}

function fixedValues(branch: JsonValue): JsonObject {
  const properties = isJsonObject(branch) ? branch.properties : undefined
  if (!isJsonObject(properties)) return {}
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, schema]): [string, JsonValue][] => {
      const values = isJsonObject(schema) && Array.isArray(schema.enum) ? schema.enum : []
      return values.length === 1 && typeof values[0] === 'string' ? [[key, values[0]]] : []
    }),
  )
}
