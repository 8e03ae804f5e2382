import { mergeSchemas } from '@rjsf/utils'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { type FieldSchema, schemaType, subschema } from './field-schema.ts'
import { emptyOf, type JsonType, jsonType } from './json-type.ts'

/** How the kinds of a union are told apart: by a property's value, by JSON type, or by a key that only one kind has. */
export type VariantRule =
  | { readonly by: 'property'; readonly property: string; readonly value: JsonValue }
  | { readonly by: 'type'; readonly type: JsonType }
  | { readonly by: 'key'; readonly key: string }

/** One kind of a union (`oneOf`, `anyOf`). */
export interface Variant {
  readonly id: string
  /** What the kind is told by. */
  readonly rule: VariantRule
  /** The kind's own schema under what the union says for every kind. */
  readonly schema: FieldSchema
}

/**
 * The kinds of a union in their order, each with a rule that names it and no other.
 * - the first rule that tells all of them apart holds: a property that each fixes to another value, different JSON
 *   types, a key that the others do not have
 * - undefined where nothing does, and where the schema is no union
 * `resolve` follows references.
 */
export function variantsOf(
  schema: FieldSchema,
  resolve: (schema: FieldSchema) => FieldSchema,
): readonly Variant[] | undefined {
  const { oneOf, anyOf, ...base } = schema
  const options = (oneOf ?? anyOf)?.flatMap((option) => subschema(option) ?? []).map(resolve)
  if (options === undefined || options.length === 0) return undefined
  const rules = byProperty(options) ?? byType(options) ?? byKey(options)
  return rules?.map((rule, index) => ({
    id: String(rule.by === 'property' ? rule.value : rule.by === 'type' ? rule.type : rule.key),
    rule,
    schema: mergeSchemas(base, options[index] ?? {}),
  }))
}

/** Which kind a value is; undefined for none of them. */
export function variantOf(variants: readonly Variant[], value: JsonValue | undefined): Variant | undefined {
  return value === undefined ? undefined : variants.find(({ rule }) => holds(rule, value))
}

/** What a value of this kind begins as. */
export function emptyVariant({ rule, schema }: Variant): JsonValue {
  switch (rule.by) {
    case 'property':
      return { [rule.property]: rule.value }
    case 'type':
      return emptyOf(rule.type)
    case 'key':
      return { [rule.key]: emptyOf(schemaType(subschema(schema.properties?.[rule.key]) ?? {}) ?? 'string') }
  }
}

/**
 * A value of one kind as another kind.
 * - keys that both kinds know stay, and so do keys that neither knows; what only the old kind knows goes
 * - a text becomes a list of it, a list its first text
 * - what the form remembers of the new kind comes back, under the keys that both kinds share
 */
export function switchVariant(
  value: JsonValue | undefined,
  from: Variant | undefined,
  to: Variant,
  remembered?: JsonValue,
): JsonValue {
  const target = remembered ?? emptyVariant(to)
  if (to.rule.by === 'type') return remembered ?? converted(value, to.rule.type) ?? target
  if (!isJsonObject(value) || !isJsonObject(target)) return target
  return { ...overlay(target, shared(value, from?.schema, to.schema)), ...ruleKeys(to, target) }
}

function holds(rule: VariantRule, value: JsonValue): boolean {
  switch (rule.by) {
    case 'property':
      return isJsonObject(value) && Object.hasOwn(value, rule.property) && value[rule.property] === rule.value
    case 'type':
      return jsonType(value) === rule.type
    case 'key':
      return isJsonObject(value) && Object.hasOwn(value, rule.key)
  }
}

function byProperty(options: readonly FieldSchema[]): VariantRule[] | undefined {
  const names = Object.keys(options[0]?.properties ?? {})
  for (const property of names) {
    const values = options.map((option) => fixedValue(subschema(option.properties?.[property])))
    if (!values.includes(undefined) && areDistinct(values)) {
      return values.flatMap((value) => (value === undefined ? [] : [{ by: 'property', property, value }]))
    }
  }
  return undefined
}

function fixedValue(schema: FieldSchema | undefined): JsonValue | undefined {
  const values: unknown[] = schema?.const !== undefined ? [schema.const] : (schema?.enum ?? [])
  const [value] = values
  return values.length === 1 && (typeof value === 'string' || typeof value === 'number') ? value : undefined
}

function byType(options: readonly FieldSchema[]): VariantRule[] | undefined {
  const types = options.map(schemaType)
  if (!areDistinct(types)) return undefined
  const rules = types.flatMap((type): VariantRule[] => (type === undefined ? [] : [{ by: 'type', type }]))
  return rules.length === options.length ? rules : undefined
}

function byKey(options: readonly FieldSchema[]): VariantRule[] | undefined {
  const rules = options.flatMap((option, index): VariantRule[] => {
    const others = options.filter((_, other) => other !== index)
    const keys = [...(option.required ?? []), ...Object.keys(option.properties ?? {})]
    const own = keys.find((key) => others.every((other) => !Object.hasOwn(other.properties ?? {}, key)))
    return own === undefined ? [] : [{ by: 'key', key: own }]
  })
  return rules.length === options.length ? rules : undefined
}

function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}

function converted(value: JsonValue | undefined, type: JsonType): JsonValue | undefined {
  if (type === 'array' && typeof value === 'string') return value === '' ? [] : [value]
  if (type === 'string' && Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : undefined
  return undefined
}

function shared(value: JsonObject, from: FieldSchema | undefined, to: FieldSchema): JsonObject {
  const old = from?.properties ?? {}
  const next = to.properties ?? {}
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !Object.hasOwn(old, key) || Object.hasOwn(next, key))
      .map(([key, child]) => [
        key,
        isJsonObject(child) ? shared(child, subschema(old[key]), subschema(next[key]) ?? {}) : child,
      ]),
  )
}

function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const merged = Object.entries(above).map(([key, value]) => {
    const old = Object.hasOwn(below, key) ? below[key] : undefined
    return [key, isJsonObject(value) && isJsonObject(old) ? overlay(old, value) : value] as const
  })
  return { ...below, ...Object.fromEntries(merged) }
}

function ruleKeys({ rule }: Variant, target: JsonObject): JsonObject {
  if (rule.by === 'property') return { [rule.property]: rule.value }
  return rule.by === 'key' ? { [rule.key]: target[rule.key] ?? '' } : {}
}
