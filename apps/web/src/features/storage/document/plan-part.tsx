import { deepEqual, type JsonObject } from '@strata/json'
import type { ReactNode } from 'react'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { DocumentProvider, type StorageDocument, useStorageDocument } from './document-context.ts'
import { type EntryMap, entriesOf } from './document-parts.ts'
import { useKept } from './use-kept.ts'

/**
 * Gives what is below it the document with nothing but its plan: it does not draw itself again while a back-end is
 * being typed into, which its many selects would make slow.
 */
export function PlanPart({ children }: { children: ReactNode }) {
  const document = useStorageDocument()
  const part = useKept(
    {
      ...document,
      fields: planOf(document.fields),
      storedFields: planOf(document.storedFields),
      layers: withOwnDocument(document.layers, outlineOf(document.fields)),
      errors: document.errors.filter(({ pointer }) => pointer.startsWith('/plan')),
    },
    isSamePart,
  )
  return <DocumentProvider value={part}>{children}</DocumentProvider>
}

function planOf({ plan }: JsonObject): JsonObject {
  return plan === undefined ? {} : { plan }
}

/** The plan, and what the back-ends and connections that it may name are called. */
function outlineOf(document: JsonObject): JsonObject {
  const named = (map: EntryMap): JsonObject =>
    Object.fromEntries(entriesOf(document, map).map(([id, { name = null, handler = null }]) => [id, { name, handler }]))
  return { attachments: named('attachments'), connections: named('connections'), ...planOf(document) }
}

function isSamePart(earlier: StorageDocument, now: StorageDocument): boolean {
  return (
    deepEqual(earlier.fields, now.fields) &&
    deepEqual(earlier.storedFields, now.storedFields) &&
    isSameText(earlier.layers, now.layers) &&
    isSameText(earlier.errors, now.errors) &&
    earlier.place === now.place &&
    earlier.form === now.form &&
    earlier.knowsBelow === now.knowsBelow &&
    earlier.isReadOnly === now.isReadOnly &&
    earlier.sought === now.sought &&
    earlier.change === now.change
  )
}

function isSameText(earlier: unknown, now: unknown): boolean {
  return JSON.stringify(earlier) === JSON.stringify(now)
}
