import type { DocumentVersions, VersionChoice } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { z } from 'zod'
import type { Database, StoredDocument } from '#bff/couch/store.ts'
import { conflict } from '#bff/couch/store-errors.ts'
import { validationError } from '#bff/errors/app-error.ts'
import { fromGregorianSeconds } from './gregorian-seconds.ts'

/** More than this nobody compares. */
const mostShown = 20

/**
 * What a document says in each version that a person may choose from, the one that is read first.
 * - `isReadable` tells the versions that could be read in its place
 * - no more than 20
 */
export async function readVersions(
  database: Database,
  document: StoredDocument,
  isReadable: (version: StoredDocument) => boolean,
): Promise<StoredDocument[]> {
  const others = (document.conflicts ?? []).slice(0, mostShown - 1)
  const found = await Promise.all(others.map((revision) => database.version(document.id, revision)))
  return [document, ...found.filter((version) => version !== undefined).filter(isReadable)]
}

/** The versions for whoever chooses; `show` gives a version's document as the document itself is shown. */
export function showVersions(
  versions: readonly StoredDocument[],
  { revision, conflicts = [] }: StoredDocument,
  show: (fields: JsonObject) => JsonObject,
): DocumentVersions {
  return {
    revision,
    conflicts: [...conflicts],
    versions: (conflicts.length === 0 ? [] : versions).map((version) => ({
      revision: version.revision,
      modified: fromGregorianSeconds(version.private.modified)?.toISOString() ?? null,
      document: show(version.fields),
    })),
  }
}

const versionChoice = z.strictObject({ keep: z.string(), revision: z.string(), conflicts: z.array(z.string()) })

/** Throws `invalid` for a body that is no choice. */
export function parseVersionChoice(data: JsonValue): VersionChoice {
  const { data: choice, error } = versionChoice.safeParse(data)
  if (choice !== undefined) return choice
  const message = 'Send the revision to keep, the revision that is read and the conflicts, as they were shown.'
  throw validationError({ [error.issues[0]?.path.join('.') ?? '']: { type: { message } } })
}

/** The version that is to stay. Throws `conflict` where the versions are others than those that were shown. */
export function chosenVersion(
  { keep, revision, conflicts }: VersionChoice,
  document: StoredDocument,
  versions: readonly StoredDocument[],
): StoredDocument {
  const known = new Set(document.conflicts)
  const shown = new Set(conflicts)
  const isAsShown =
    revision === document.revision && known.size === shown.size && conflicts.every((each) => known.has(each))
  const kept = versions.find((version) => version.revision === keep)
  if (!isAsShown || kept === undefined) throw conflict()
  return kept
}
