import { useMemo } from 'react'
import { subschema } from '#web/components/schema-form/field-schema.ts'
import { entrySchema } from '#web/components/schema-form/map-key.ts'
import { type Variant, variantsOf } from '#web/components/schema-form/variants.ts'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'

/** The kinds that the document's schema knows a back-end or connection of this id can be. */
export function useEntryVariants(map: EntryMap, id: string): readonly Variant[] {
  const { form } = useStorageDocument()
  return useMemo(() => {
    const schema = form.resolve(subschema(form.schema.properties?.[map]) ?? {})
    const entry = entrySchema(schema, id)
    return (entry === undefined ? undefined : variantsOf(form.resolve(entry), form.resolve)) ?? []
  }, [form, map, id])
}
