import { formatPointer, isJsonObject, type JsonObject, removeAt } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { handlerOf } from '@strata/storage-plan'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import { switchVariant, type Variant } from '#web/components/schema-form/variants.ts'
import { objectAt } from '../document/document-parts.ts'
import { settingsSchema } from './settings-schema.ts'

interface KindSwitch {
  readonly entry: JsonObject
  /** Undefined for a back-end of no known kind. */
  readonly from: Variant | undefined
  readonly to: Variant
  /** The back-end as it was when it was last of the new kind. */
  readonly remembered: JsonObject | undefined
  readonly resolve: (schema: FieldSchema) => FieldSchema
}

/**
 * A back-end as another kind.
 * - what both kinds mean the same by stays: the name, folders, how files are named
 * - settings of the same name that mean something else at each service do not; nor do stored secrets, which belong to
 *   the service that they were given for
 * - what is remembered of the new kind comes back
 */
export function switchKind({ entry, from, to, remembered, resolve }: KindSwitch): JsonObject {
  const flat = (variant: Variant) => withFlatSettings(variant, resolve)
  const kept = withoutHomonyms(entry, from, to)
  return objectAt(switchVariant(kept, from === undefined ? undefined : flat(from), flat(to), remembered), '')
}

/** A kind with all of its settings side by side, also those that stand in alternatives or only its handler knows. */
function withFlatSettings(variant: Variant, resolve: KindSwitch['resolve']): Variant {
  const { schema, id } = variant
  const settings = settingsSchema({ schema, resolve, definitions: undefined }, handlerOf(id)?.unschemed ?? [])
  return { ...variant, schema: { ...schema, properties: { ...schema.properties, settings } } }
}

function withoutHomonyms(entry: JsonObject, from: Variant | undefined, to: Variant): JsonObject {
  const settings = objectAt(entry, '/settings')
  const dropped = Object.keys(settings).filter(
    (key) => key === 'key' || (key === 'oauth_doc_id' && !shareSignIn(from, to)) || isSecretMarker(settings[key]),
  )
  return dropped.reduce<JsonObject>((kept, key) => {
    const removed = removeAt(kept, formatPointer(['settings', key]))
    return isJsonObject(removed) ? removed : kept
  }, entry)
}

/** A connected Google account opens both of Google's services. */
function shareSignIn(from: Variant | undefined, to: Variant): boolean {
  return [from, to].every((variant) => variant?.id.startsWith('google_') === true)
}
