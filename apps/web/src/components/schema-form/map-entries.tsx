import type { FieldProps } from '@rjsf/utils'
import { formatPointer, getAt } from '@strata/json'
import { useState } from 'react'
import { ChildField } from './child-field.tsx'
import { fieldKind } from './field-kind.ts'
import { fieldOptions } from './field-options.ts'
import { fieldPointer } from './field-pointer.ts'
import type { FieldSchema } from './field-schema.ts'
import { useFormScope, useInherited } from './form-scope.tsx'
import { ANYTHING, freeSchema } from './free-value.ts'
import { entrySchema } from './map-key.ts'

/** The entries of a map: what a pattern describes by its schema, everything else as what it is. */
export function MapEntries({ of, keys }: { of: FieldProps; keys: readonly string[] }) {
  const { schema } = fieldOptions(of.uiSchema)
  return keys.map((key) => {
    const described = entrySchema(schema, key)
    return described === undefined ? (
      <FreeEntry key={key} of={of} name={key} />
    ) : (
      <Entry key={key} of={of} name={key} schema={described} />
    )
  })
}

interface EntryProps {
  of: FieldProps
  name: string
  schema: FieldSchema
  asJson?: () => void
  cell?: number | undefined
}

function Entry({ of, name, schema, asJson, cell }: EntryProps) {
  return <ChildField of={of} name={name} schema={schema} options={{ isEntry: true, asJson, cell }} />
}

/** Keeps the kind of control it began with, as long as that can show the value: typing must not change the control. */
export function FreeEntry({ of, name, cell }: Omit<EntryProps, 'schema' | 'asJson'>) {
  const token = formatPointer([name])
  const pointer = fieldPointer(of.fieldPathId) + token
  const inherited = useInherited(pointer)
  const before = getAt(useFormScope().before, pointer)
  const value = getAt(of.formData, token)
  const [schema, setSchema] = useState(() => freeSchema(value ?? inherited ?? before))
  const isShowable =
    fieldKind({ schema, value, isSecret: false, variants: undefined, hints: {} }) !== 'json' ||
    schema.type === undefined
  if (!isShowable) setSchema(freeSchema(value))
  return <Entry of={of} name={name} schema={schema} asJson={() => setSchema(ANYTHING)} cell={cell} />
}
