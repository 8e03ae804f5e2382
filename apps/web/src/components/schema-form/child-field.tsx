import { type FieldProps, toFieldPathId } from '@rjsf/utils'
import { formatPointer, getAt } from '@strata/json'
import { fieldNamed } from './field-named.ts'
import type { FieldOptions } from './field-options.ts'
import { toUiSchema } from './field-options.ts'
import type { FieldSchema } from './field-schema.ts'

interface ChildFieldProps {
  /** The field it belongs to. */
  readonly of: FieldProps
  readonly name: string | number
  readonly schema: FieldSchema
  readonly options: Partial<FieldOptions>
}

const NO_ERRORS = {}

/** One value inside another: a group's field, an entry of a map, an item of a list. */
export function ChildField({ of, name, schema, options }: ChildFieldProps) {
  const { registry, formData, errorSchema, fieldPathId } = of
  const SchemaField = fieldNamed(registry.fields, 'SchemaField')
  return (
    <SchemaField
      name={String(name)}
      schema={schema}
      uiSchema={toUiSchema(options)}
      fieldPathId={toFieldPathId(name, registry.globalFormOptions, fieldPathId)}
      formData={getAt(formData, formatPointer([name]))}
      errorSchema={(Object.hasOwn(errorSchema ?? {}, name) ? errorSchema?.[name] : undefined) ?? NO_ERRORS}
      required={of.schema.required?.includes(String(name)) ?? false}
      registry={registry}
      readonly={of.readonly ?? false}
      disabled={of.disabled ?? false}
      onChange={of.onChange}
      onBlur={of.onBlur}
      onFocus={of.onFocus}
    />
  )
}
