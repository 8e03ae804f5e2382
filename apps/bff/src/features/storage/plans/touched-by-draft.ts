import { setImmediate } from 'node:timers/promises'
import type { AccountsTouchedByDraft } from '@strata/api-types'
import { type JsonObject, parsePointer } from '@strata/json'
import {
  danglingReferences,
  type KazooVersion,
  layeredStorage,
  ruleReferences,
  type StorageLayer,
  type StorageLayerName,
  stack,
  withinLimits,
} from '@strata/storage-plan'
import type { Account } from '#bff/accounts/account.ts'
import type { Session } from '#bff/auth/session.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { entriesOf } from '../entries.ts'
import { accountPlace, isAt, planIdOf, type StoragePlace, systemPlace } from '../place.ts'
import type { StackedStorage } from '../storage-context.ts'
import { accountsBy, namedFor } from './touched-accounts.ts'

const mostPaths = 5

/**
 * Whom a draft of a plan or of the system's document touches, and the accounts whose storage would fail on it: what lies
 * above the draft would name back-ends or connections that it takes away. Null is the removal of the document.
 * - what names something undefined already is not told
 * - what the draft itself names is not either: a save is refused for that
 */
export async function touchedByDraft(
  storage: StackedStorage,
  session: Session,
  { place, draft, version }: Pick<Change, 'place' | 'draft' | 'version'>,
) {
  const touched = await accountsBy(storage, place)
  const documents = await storage.stored.all()
  const lost = lostEntries(documents.find(({ id }) => id === place.id)?.fields ?? {}, draft ?? {})
  const paths = await brokenPaths(lost.size === 0 ? [] : touched, documents, { place, draft, lost, version })
  const broken = touched.filter(({ id }) => paths.has(id))
  return {
    accounts: namedFor(session, touched),
    count: touched.length,
    broken: namedFor(session, broken).map((account) => ({
      ...account,
      paths: (paths.get(account.id) ?? []).slice(0, mostPaths),
    })),
    broken_count: broken.length,
  } satisfies AccountsTouchedByDraft
}

interface Change {
  readonly place: StoragePlace
  readonly draft: JsonObject | null
  /** Ids of the entries that the draft defines no more. */
  readonly lost: ReadonlySet<string>
  readonly version: KazooVersion
}

/** The places of each account's documents that newly name something undefined; accounts without any are left out. */
async function brokenPaths(accounts: readonly Account[], documents: readonly StoredDocument[], change: Change) {
  const breathe = createBreathe()
  const layersOf = layersFor(documents)
  const naming = await namingDocuments(documents, change)
  const found = new Map<string, string[]>()
  for (const { id } of accounts) {
    await breathe()
    const paths = new Set<string>()
    for (const layers of layersOf(id).filter((each) => each.some((layer) => naming.has(layer.id ?? '')))) {
      for (const path of await newlyDangling(layers, change)) paths.add(path)
    }
    if (paths.size > 0) found.set(id, [...paths])
  }
  return found
}

/** Only these can break, and they are few: merging the layers of every account would take seconds. */
async function namingDocuments(documents: readonly StoredDocument[], { lost, version }: Change) {
  const breathe = createBreathe()
  const naming = new Set<string>()
  if (lost.size === 0) return naming
  for (const { id, fields } of documents) {
    await breathe()
    // Of a document above its limits no more is told than of its layers below.
    const [shown] = withinLimits([{ name: 'account', values: fields }]).layers
    if (ruleReferences(shown?.values ?? {}, version).some((reference) => lost.has(reference.id))) naming.add(id)
  }
  return naming
}

/** Gives the layers that count for an account, and for each of its users. */
function layersFor(documents: readonly StoredDocument[]): (accountId: string) => StorageLayer[][] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const users = byAccount(documents)
  const at = (place: StoragePlace) => {
    const found = byId.get(place.id)
    return found !== undefined && isAt(place, found) ? found : undefined
  }
  const layer = (document: StoredDocument | undefined) => document && { id: document.id, values: document.fields }
  const system = layer(at(systemPlace))

  return (accountId) => {
    const own = at(accountPlace(accountId))
    const common = { system, plan: layer(byId.get(planIdOf(own) ?? '')), account: layer(own) }
    return [stack(common), ...(users.get(accountId) ?? []).map((user) => stack({ ...common, user: layer(user) }))]
  }
}

/** The documents of users, by the account that they belong to. */
function byAccount(documents: readonly StoredDocument[]): Map<string, StoredDocument[]> {
  const users = new Map<string, StoredDocument[]>()
  for (const document of documents) {
    const { type, account_id: accountId } = document.private
    if (type !== 'storage' || typeof accountId !== 'string' || accountId === document.id) continue
    const known = users.get(accountId)
    if (known === undefined) users.set(accountId, [document])
    else known.push(document)
  }
  return users
}

/** Others are served between what dangles already and what would, and after both. */
async function newlyDangling(
  layers: readonly StorageLayer[],
  { place, draft, version }: Change,
): Promise<readonly string[]> {
  const after = layers.flatMap((layer) => {
    if (layer.id !== place.id) return [layer]
    return draft === null ? [] : [{ ...layer, values: draft }]
  })
  const changed = layers.find(({ id }) => id === place.id)?.name
  const places = (each: readonly StorageLayer[]) =>
    danglingReferences(layeredStorage(withinLimits(each).layers), version)
      .filter(({ layer }) => layer !== changed)
      .map(({ layer, pointer }) => dottedPath(parsePointer(pointer)) + ofWhom(each, layer))
  const already = new Set(places(layers))
  await setImmediate()
  const dangling = places(after).filter((path) => !already.has(path))
  await setImmediate()
  return dangling
}

/** Whose document a place is in, where it is not the account's own. */
function ofWhom(layers: readonly StorageLayer[], layer: StorageLayerName | undefined): string {
  const owner = layers.find(({ name }) => name === layer)
  return owner === undefined || owner.name === 'account' ? '' : ` of ${owner.name} ${owner.id}`
}

function lostEntries(before: JsonObject, after: JsonObject): Set<string> {
  const ids = (document: JsonObject, map: 'attachments' | 'connections') => entriesOf(document, map).map(([id]) => id)
  const lost = (map: 'attachments' | 'connections') => {
    const kept = new Set(ids(after, map))
    return ids(before, map).filter((id) => !kept.has(id))
  }
  return new Set([...lost('attachments'), ...lost('connections')])
}
