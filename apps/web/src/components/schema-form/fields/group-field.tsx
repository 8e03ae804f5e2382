import type { FieldProps } from '@rjsf/utils'
import { formatPointer } from '@strata/json'
import { ChildField } from '../child-field.tsx'
import { fieldOptions } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { subschema } from '../field-schema.ts'
import { useFormScope, useKeys } from '../form-scope.tsx'
import { MapEntries } from '../map-entries.tsx'
import { OtherKeys } from '../other-keys.tsx'

/** An object with declared fields, and below them the keys its schema does not know. */
export function GroupField(props: FieldProps) {
  const { hints, schema, omit } = fieldOptions(props.uiSchema)
  const { isVisible } = useFormScope()
  const pointer = fieldPointer(props.fieldPathId)
  const isShown = (key: string) =>
    !omit.includes(key) && hints.fields?.[key]?.isHidden !== true && isVisible(pointer + formatPointer([key]))
  const properties = Object.entries(schema.properties ?? {})
  const present = useKeys(pointer, props.formData)
  const others = present.filter((key) => !Object.hasOwn(schema.properties ?? {}, key) && isShown(key))
  return (
    <>
      {properties.map(([key, property]) =>
        isShown(key) ? (
          <ChildField
            key={key}
            of={props}
            name={key}
            schema={subschema(property) ?? {}}
            options={{ hints: hints.fields?.[key] ?? {} }}
          />
        ) : null,
      )}
      <OtherKeys of={props} keys={others}>
        <MapEntries of={props} keys={others} />
      </OtherKeys>
    </>
  )
}
