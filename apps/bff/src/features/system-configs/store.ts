import type { JsonObject } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import type { StoredDocument } from '#bff/couch/store.ts'
import type { DocumentWrite } from '#bff/documents/document-write.ts'
import { readVersions } from '#bff/documents/versions.ts'
import { type ConfigDocument, configDatabase, configFromDoc } from './config-document.ts'
import type { Configs } from './configs.ts'

/** What a write of a category's document takes. */
export interface ConfigWrite {
  readonly category: string
  /** Undefined when it creates. */
  readonly before: ConfigDocument | undefined
  readonly fields: JsonObject
  /** Whether the other versions of `before` go. */
  readonly settles?: true
}

/** As of the last acknowledged write; undefined where none is stored, or a soft-deleted one. */
export async function getConfig({ mirror }: Configs, category: string): Promise<ConfigDocument | undefined> {
  const document = (await mirror.current()).get(category)
  return document?.isDeleted ? undefined : document
}

/** Those that are configs, by name. */
export async function allConfigs({ mirror }: Configs): Promise<ConfigDocument[]> {
  const documents = [...(await mirror.current()).values()].filter(({ isConfig, isDeleted }) => isConfig && !isDeleted)
  return documents.sort((a, b) => (a.category < b.category ? -1 : 1))
}

/** Throws `conflict` when `before` is not the stored document any more, or there is one already. */
export async function saveConfig(configs: Configs, actor: Actor, write: ConfigWrite): Promise<ConfigDocument> {
  return configFromDoc(await configs.documents.save(await toDocumentWrite(configs, actor, write)))
}

/** Several, as `Store.writeTogether` writes them. Gives their new revisions, and throws as it does. */
export async function saveConfigs(
  configs: Configs,
  actor: Actor,
  writes: readonly Omit<ConfigWrite, 'settles'>[],
): Promise<string[]> {
  const together = await Promise.all(writes.map((write) => toDocumentWrite(configs, actor, write)))
  return configs.documents.saveTogether(together)
}

/** What a document says in each of its versions, see `readVersions`. */
export function configVersions({ database }: Configs, { stored }: ConfigDocument): Promise<StoredDocument[]> {
  return readVersions(database, stored, (version) => !configFromDoc(version).isDeleted)
}

/** Throws `conflict`. */
export function removeConfig({ documents }: Configs, actor: Actor, before: ConfigDocument): Promise<void> {
  return documents.remove(configDatabase, before.stored, actor)
}

/** A write where nothing is to be seen takes the place of a soft-deleted document and brings it back. */
async function toDocumentWrite(
  { mirror }: Configs,
  actor: Actor,
  { category, before, ...write }: ConfigWrite,
): Promise<DocumentWrite> {
  const hidden = before === undefined ? (await mirror.current()).get(category) : undefined
  return {
    database: configDatabase,
    type: 'config',
    id: category,
    ...(hidden?.isDeleted ? { before: hidden.stored, private: { deleted: false } } : { before: before?.stored }),
    ...write,
    actor,
  }
}
