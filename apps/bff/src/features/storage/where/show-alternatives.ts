import type { RouteEntry, UndecidedRule as ShownRule } from '@strata/api-types'
import {
  alternativesIn,
  ignoredBefore5,
  type KazooVersion,
  type LayeredStorage,
  type NamedEntry,
  type StorageRoute,
  type UndecidedRule,
} from '@strata/storage-plan'
import { matchesName } from '@strata/storage-plan/name-pattern'
import { shownName, showProblem } from './show-part.ts'
import type { showRoute } from './show-route.ts'

/** The database that a question is about, as far as it is known. */
export interface AskedDatabase {
  /** Plain; undefined where the question could be about any. */
  readonly name: string | undefined
  /** `YYYYMM`, of databases that have a month. */
  readonly month: string | undefined
}

interface AlternativesParts {
  readonly storage: LayeredStorage
  readonly route: StorageRoute
  readonly database: AskedDatabase
  readonly version: KazooVersion
}

/**
 * A route as it is told, with what the version of KAZOO makes of it.
 * - 5: rules by month and name that may hold, beside the plain one, with nothing decided between them; copies
 * - 4.3: the parts of the plan that its nodes ignore
 */
export function showAlternatives(
  shown: ReturnType<typeof showRoute>,
  { storage, route, database: { name, month }, version }: AlternativesParts,
) {
  if (version === '4.3') {
    return { ...shown, undecided: [], copies: [], ignored: ignoredBefore5(storage, route).map((by) => ({ ...by })) }
  }
  const names = name === undefined ? [] : [name, encodeURIComponent(name)]
  const { undecided, copies, problems } = alternativesIn(storage, { month, names, matchesName })(route)
  return {
    ...shown,
    ...(undecided.length > 0 ? { connection: null, back_end: null } : {}),
    undecided: undecided.map(showRule),
    copies: copies.map(showEntry),
    ignored: [],
    problems: [...shown.problems, ...problems.map(showProblem)],
  }
}

function showRule({ condition, isCertain, connection, backEnd }: UndecidedRule) {
  return {
    condition: condition === undefined ? null : { ...condition },
    is_certain: isCertain,
    connection: connection === undefined ? null : showEntry(connection),
    back_end: backEnd === undefined ? null : showEntry(backEnd),
  } satisfies ShownRule
}

function showEntry({ id, name, by }: NamedEntry) {
  return { id, name: shownName(name), by: by === undefined ? null : { ...by } } satisfies RouteEntry
}
