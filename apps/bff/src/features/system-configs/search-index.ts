import type { ConfigIndex, IndexedCategory, IndexedKey, IndexedLeaf } from '@strata/api-types'
import { type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { type DeclaredKey, humanise, isConfigSecret } from '@strata/kazoo-schemas'
import { leaves, storedConfig } from '@strata/layered-config'
import type { ApiRequest } from '#bff/http/route.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { Secrets } from './secrets.ts'
import type { SectionKeysOf } from './section-keys.ts'
import type { ConfigDocument } from './store.ts'

/** Characters of a value's JSON. */
const maxShown = 200

interface Parts {
  readonly snapshot: SchemaSnapshot
  readonly keysOf: SectionKeysOf
  readonly secrets: Secrets
  readonly request: ApiRequest
}

/** What a search across these categories looks through. */
export function searchIndex(names: readonly string[], documents: readonly ConfigDocument[], parts: Parts): ConfigIndex {
  const stored = new Map(documents.map((document) => [document.category, document]))
  return { categories: names.map((name) => indexedCategory(name, stored.get(name), parts)) }
}

function indexedCategory(name: string, document: ConfigDocument | undefined, parts: Parts): IndexedCategory {
  const { keysOf, snapshot } = parts
  return {
    id: name,
    title: humanise(name),
    revision: document?.revision ?? null,
    keys: keysOf(name, snapshot).declared.map(indexedKey),
    sections: Object.fromEntries(
      Object.entries(storedConfig(document?.fields ?? {})).map(([section, values]) => [
        section,
        indexedLeaves(section, values, parts),
      ]),
    ),
  }
}

function indexedKey({ pointer, schema }: DeclaredKey): IndexedKey {
  const tokens = parsePointer(pointer)
  const { title, description, type } = schema
  return {
    pointer,
    ...(typeof title === 'string' && title !== humanise(tokens.at(-1) ?? '') ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    type: typeof type === 'string' ? type : Array.isArray(type) ? type.join('|') : '',
    // The empty text stands where a credential would be.
    ...(isConfigSecret(['default', ...tokens], '') ? { secret: true } : {}),
  }
}

function indexedLeaves(section: string, values: JsonObject, { secrets, request }: Parts): IndexedLeaf[] {
  return leaves(values).map(({ pointer, value }) => [
    pointer,
    cut(secrets.showLeaf(request, value, [section, ...parsePointer(pointer)])),
  ])
}

function cut(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= maxShown ? value : `${text.slice(0, maxShown)}…`
}
