import { isSectionName, sectionKind } from '@strata/layered-config'
import { validationError } from '#bff/errors/app-error.ts'
import { unmeantName } from '#bff/validation/unmeant-name.ts'

/** Throws `invalid`, keyed by `path`, for a name that no node can have; one that is known may be any. */
export function requireNodeName(name: string, path: string, known: ReadonlySet<string>): void {
  const isNode = isSectionName(name) && sectionKind(name) === 'node'
  const message = isNode ? (known.has(name) ? undefined : unmeantName(name, 'node')) : 'A node is called name@host.'
  if (message !== undefined) throw validationError({ [path]: { invalid: { message } } })
}

/** As `requireNodeName`, for a zone. */
export function requireZoneName(name: string, path: string, known: ReadonlySet<string>): void {
  const isZone = isSectionName(name) && sectionKind(name) === 'zone'
  const message = isZone ? (known.has(name) ? undefined : unmeantName(name, 'zone')) : 'No zone can have this name.'
  if (message !== undefined) throw validationError({ [path]: { invalid: { message } } })
}
