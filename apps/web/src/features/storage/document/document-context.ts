import type { JsonObject } from '@strata/json'
import type { KazooVersion, StorageLayer } from '@strata/storage-plan'
import { createContext, use } from 'react'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import type { EntryTests } from '../entry-tests/use-entry-tests.ts'
import type { StoragePlace } from '../pages/place.ts'
import type { EntryMap } from './document-parts.ts'

/** What every part of a document's form works on. */
export interface StorageDocument {
  readonly place: StoragePlace
  readonly form: FormValidator
  /** Which KAZOO the store counts as. */
  readonly kazooVersion: KazooVersion
  /** What is stored; an empty object where nothing is. */
  readonly storedFields: JsonObject
  readonly fields: JsonObject
  /** Lowest first, the document's own last. */
  readonly layers: readonly StorageLayer[]
  /** False where the caller may not see what the layers below define: then nothing is said about them. */
  readonly knowsBelow: boolean
  /** Rules of the layers below that are not told, as there are more than anybody reads. */
  readonly untoldBelow: number
  /** What is to be told, by its place in the document. */
  readonly errors: readonly FormError[]
  readonly isReadOnly: boolean
  readonly change: (update: (fields: JsonObject) => JsonObject) => void
  /** The document is gone: the draft begins anew without one. */
  readonly removed: () => void
  readonly isOpen: (map: EntryMap, id: string) => boolean
  readonly setOpen: (map: EntryMap, id: string, isOpen: boolean) => void
  /** The last place that was asked to be shown. */
  readonly shownPlace: { readonly pointer: string } | undefined
  readonly showPlace: (pointer: string) => void
  /** Takes note of fields whose text is no value yet, by the form that they stand in. */
  readonly reportUnfinished: (form: string, problems: readonly FormError[]) => void
  readonly tests: EntryTests
  /** Back-ends as they were of other kinds, since the last save. */
  readonly remembered: Map<string, JsonObject>
}

const DocumentContext = createContext<StorageDocument | undefined>(undefined)

/**
 * The document as a part of its form has it, in a context of its own: React asks whatever reads a context anew when an
 * outer provider of it changed, though one in between gives what it gave before.
 */
const PartContext = createContext<StorageDocument | undefined>(undefined)

export const DocumentProvider = DocumentContext.Provider

export const PartProvider = PartContext.Provider

export function useStorageDocument(): StorageDocument {
  const document = use(PartContext) ?? use(DocumentContext)
  if (document === undefined) throw new Error('A part of a storage document stands outside of its form.')
  return document
}
