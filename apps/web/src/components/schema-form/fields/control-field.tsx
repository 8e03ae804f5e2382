import type { FieldProps } from '@rjsf/utils'
import type { JsonValue } from '@strata/json'
import type { ComponentType } from 'react'
import { JsonControl } from '../controls/json-control.tsx'
import type { ControlProps } from '../field-hints.ts'
import { fieldOptions } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { statedDefault } from '../field-schema.ts'
import { partIds } from '../form-parts.ts'
import { useFormScope, useInherited } from '../form-scope.tsx'

/** A field of RJSF's around one of our controls. */
export function controlField(Control: ComponentType<ControlProps>) {
  return function ControlField(props: FieldProps) {
    return <Control {...useControl(props)} />
  }
}

/** The control that the page itself brings. */
export function CustomField(props: FieldProps) {
  const Control = fieldOptions(props.uiSchema).hints.control ?? JsonControl
  return <Control {...useControl(props)} />
}

export function useControl({ fieldPathId, uiSchema, formData, rawErrors, readonly, disabled, onChange }: FieldProps) {
  const { schema, kind, isEntry, asJson } = fieldOptions(uiSchema)
  const pointer = fieldPointer(fieldPathId)
  const { placeholder, inherits } = useFormScope()
  const inherited = useInherited(pointer)
  const ids = partIds(fieldPathId.$id)
  const isItem = typeof fieldPathId.path.at(-1) === 'number'
  // An entry that nothing is inherited for would vanish under the hands of who empties it to write something else.
  const canUnset = !isItem && (kind === 'secret' || !isEntry || inherited !== undefined)
  const unset = placeholder(pointer, inherited, statedDefault(schema))
  return {
    id: fieldPathId.$id,
    labelledBy: ids.label,
    describedBy: `${ids.help} ${ids.errors}`,
    pointer,
    schema,
    value: formData,
    inherited: unset.value,
    placeholder: unset.text,
    isInvalid: (rawErrors ?? []).length > 0,
    isReadOnly: readonly === true || disabled === true,
    canUnset,
    inherits,
    isFree: asJson !== undefined,
    onChange: (value: JsonValue | undefined) =>
      onChange(value === undefined && !canUnset ? '' : value, fieldPathId.path),
  } satisfies ControlProps
}
