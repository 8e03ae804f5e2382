import { getDefaultRegistry } from '@rjsf/core'
import { deepEquals, type FieldProps } from '@rjsf/utils'
import { memo, useMemo } from 'react'
import { fieldKind } from './field-kind.ts'
import { fieldNamed } from './field-named.ts'
import { fieldOptions } from './field-options.ts'
import { formContext } from './form-context.ts'
import { variantsOf } from './variants.ts'

const CoreSchemaField = fieldNamed(getDefaultRegistry().fields, 'SchemaField')

/** Decides which of our fields edits a value, by schema and value, and leaves the rest to RJSF's own. */
export const SchemaField = memo(function SchemaField(props: FieldProps) {
  const { resolve, isSecret } = formContext(props.registry)
  const options = fieldOptions(props.uiSchema)
  const schema = resolve(props.schema)
  const variants = useMemo(() => variantsOf(schema, resolve), [schema, resolve])
  const isForm = props.fieldPathId.path.length === 0
  const found = fieldKind({
    schema,
    value: props.formData,
    isSecret: isSecret(props.fieldPathId.path.map(String)),
    variants,
    hints: options.hints,
  })
  // Also a form of free keys is a form, not a map in one.
  const kind = isForm && found === 'map' ? 'group' : found
  const holdsErrors = Object.keys(props.errorSchema ?? {}).some((key) => key !== '__errors')
  return (
    <CoreSchemaField
      {...props}
      schema={schema}
      uiSchema={{
        'ui:field': kind,
        'ui:fieldReplacesAnyOrOneOf': true,
        'ui:options': { ...options, kind, schema, variants, holdsErrors },
      }}
    />
  )
}, deepEquals)
