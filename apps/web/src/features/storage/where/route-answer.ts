import type { RouteLayer, StorageRoute } from '@strata/api-types'
import {
  type KazooVersion,
  layeredStorage,
  type PlanClass,
  type PlanRule,
  type RouteView,
  resolveRoute,
  routeAnswer,
  type StorageLayer,
  sampleDocument,
} from '@strata/storage-plan'

/** Where documents and their files go, as much as is told of it. */
export interface RouteAnswer
  extends Pick<
    StorageRoute,
    'consulted' | 'connection' | 'back_end' | 'undecided' | 'copies' | 'ignored' | 'problems'
  > {
  readonly layers: readonly Pick<RouteLayer, 'layer' | 'name'>[]
}

/** An answer that KAZOO's rules decide. */
export interface DecidedAnswer extends RouteAnswer {
  readonly connection: NonNullable<RouteAnswer['connection']>
}

export function isDecided(answer: RouteAnswer): answer is DecidedAnswer {
  return answer.connection !== null
}

interface LocalQuestion extends PlanRule<PlanClass> {
  readonly month: string
  readonly version: KazooVersion
}

/** Stands for the account whose documents a plan, or the system, is asked about. */
const sampleAccount = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'

/** Everything: the server hid what is not for whoever edits the document. */
const unhidden: RouteView = {
  text: (value) => value,
  setting: (_backEnd, _key, value) => value,
  options: (value) => value,
  isWithheld: () => false,
}

/**
 * The answer as far as the browser can tell it: for documents of whatever account follows a plan, or the system.
 * - settings of back-ends that a layer below defines are not known here: then the place has no address, and nothing is
 *   said of what it may lack
 */
export function answerHere(
  layers: readonly StorageLayer[],
  { month, version, planClass, type }: LocalQuestion,
): Omit<RouteAnswer, 'layers'> {
  const storage = layeredStorage(layers)
  const route = resolveRoute(storage, { planClass, type })
  const sample = sampleDocument({ planClass, type }, { accountId: sampleAccount, userId: undefined, month })
  // Whose databases they are is not known here, so that no name can be tried on a pattern.
  const circumstances = { month: planClass === 'modb' ? month : undefined, names: [], matchesName: () => undefined }
  const answer = routeAnswer({ storage, route, sample, circumstances, version }, unhidden)
  const own = layers.at(-1)?.name
  return {
    ...answer,
    problems: answer.problems.filter(({ kind, layer }) => kind !== 'incomplete-back-end' || layer === own),
  }
}
