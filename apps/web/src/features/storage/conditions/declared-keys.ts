import { type PlanClass, type PlanRule, planClasses } from '@strata/storage-plan'
import { type FieldSchema, subschema } from '#web/components/schema-form/field-schema.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'

const keysOf5 = ['range', 'regex', 'secondary_connections'] as const

export type KeyOf5 = (typeof keysOf5)[number]

/** The classes of databases that the schema in force lets a plan rule. */
export function declaredClasses(form: FormValidator): PlanClass[] {
  const { properties = {} } = planSchema(form)
  return planClasses.filter((name) => Object.hasOwn(properties, name))
}

/** The keys of KAZOO 5 that the schema in force knows in a rule. */
export function declaredKeys(form: FormValidator, { planClass, type, condition }: PlanRule): KeyOf5[] {
  const ofClass = below(form, planSchema(form), planClass)
  const plain = type === undefined ? ofClass : below(form, below(form, ofClass, 'types'), type)
  const schema = condition === undefined ? plain : below(form, below(form, plain, condition.by), condition.key)
  return keysOf5.filter((key) => Object.hasOwn(schema.properties ?? {}, key))
}

function planSchema(form: FormValidator): FieldSchema {
  return below(form, form.schema, 'plan')
}

/** The schema of a key: its own, else that of the first pattern it matches. */
function below(
  form: FormValidator,
  { properties = {}, patternProperties = {} }: FieldSchema,
  key: string,
): FieldSchema {
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined
  const [, matching] = Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern, 'u').test(key)) ?? []
  return form.resolve(subschema(own ?? matching) ?? {})
}
