import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import {
  conditionalRulesIn,
  handlers,
  type LayeredStorage,
  layeredStorage,
  type PlanRule,
  planClasses,
  planRules,
  rulePointer,
  type StorageLayer,
  type StorageLayerName,
  type StoredRule,
  storedRules,
} from '@strata/storage-plan'

/** Settings that say which server a back-end's requests, and what they prove themselves with, go to. */
const addressSettings = [...new Set(Object.values(handlers).flatMap(({ address }) => address))]

/**
 * Pointers of the addresses that a document, called `own` among the layers, gives in `params` of its rules to back-ends
 * with a secret of another layer.
 * - with rules by month or name in a line, any back-end of that line may meet any params of it: KAZOO 5 decides
 * - of a back-end and of params no more is looked at than addresses and secrets, and once for all rules that share them
 */
export function redirectedRules(
  document: JsonObject,
  layers: readonly StorageLayer[],
  own: StorageLayerName,
): string[] {
  const storage = layeredStorage(layers)
  const lends = lending(storage, own)
  const rules = planRules(storage.merged).filter((rule) => isHeard(rule, own))
  const lines = new Map(rules.map((rule) => [rulePointer(rule), [rule, ...conditionalRulesIn(rule)]]))
  const lineOf = (rule: PlanRule) => lines.get(rulePointer(rule)) ?? []
  const said = new Map([...lines.values()].flat().map((rule) => [rule, addressesSaid(document, rule, storage, own)]))

  /** Addresses in params of the one rules that a back-end of the others may meet. */
  function meeting(giving: readonly StoredRule[], using: readonly StoredRule[]): string[] {
    return giving.flatMap((rule) => {
      const addresses = said.get(rule) ?? []
      const isLent = addresses.length > 0 && using.some((each) => lends(attachmentsOf(each.content).handler, rule))
      return isLent ? addresses : []
    })
  }

  const redirected = rules.flatMap((rule) => {
    const line = lineOf(rule)
    const ofClass = rule.type === undefined ? [] : lineOf({ ...rule, type: undefined })
    // What rules of a class do to each other is told once, by the class.
    if (line.length > 1 || ofClass.length > 1)
      return [...meeting(line, [...line, ...ofClass]), ...meeting(ofClass, line)]
    const both = [...line, ...ofClass]
    const giving = both.filter(({ content }) => attachmentsOf(content).params !== undefined).slice(0, 1)
    return meeting(giving, both.filter(({ content }) => attachmentsOf(content).handler !== undefined).slice(0, 1))
  })
  return [...new Set(redirected)]
}

/** Pointers of the addresses that a document gives in `params` of its rules. */
export function givenAddresses(document: JsonObject): string[] {
  return storedRules(document).flatMap((rule) => {
    const params = objectOf(attachmentsOf(rule.content).params)
    return addressSettings
      .filter((name) => params[name] !== undefined)
      .map((name) => paramsPointer(rule) + formatPointer([name]))
  })
}

/** Nodes know no other classes, and ask the system's documents alone about its databases. */
function isHeard({ planClass }: PlanRule, own: StorageLayerName): boolean {
  const isOfSystem = planClass === 'system' || planClass === 'aggregate'
  return planClasses.some((known) => known === planClass) && (!isOfSystem || own === 'system')
}

function paramsPointer(rule: PlanRule): string {
  return `${rulePointer(rule)}/attachments/params`
}

function attachmentsOf({ attachments }: JsonObject): JsonObject {
  return objectOf(attachments)
}

/** Pointers of the parts of an address that hold because the document itself says them in a rule's params. */
function addressesSaid(document: JsonObject, rule: PlanRule, storage: LayeredStorage, own: StorageLayerName): string[] {
  const params = paramsPointer(rule)
  const said = objectOf(getAt(document, params))
  return addressSettings
    .filter((name) => said[name] !== undefined)
    .map((name) => params + formatPointer([name]))
    .filter((pointer) => storage.decide(pointer, 'type')?.by.layer === own)
}

/** Tells whether a back-end has, under a rule's params, a secret that another layer says. */
function lending(
  storage: LayeredStorage,
  own: StorageLayerName,
): (id: JsonValue | undefined, rule: StoredRule) => boolean {
  const known = new Map<string, readonly string[]>()
  /** What layers make together of an object, each part of it is told by itself; a list is one part. */
  const isOfOthers = (pointer: string, path: readonly string[], value: JsonValue, document: JsonObject): boolean =>
    isJsonObject(value)
      ? Object.entries(value).some(([key, child]) =>
          isOfOthers(pointer + formatPointer([key]), [...path, key], child, document),
        )
      : holdsSecret(path, value, document) && storage.decide(pointer, 'entry')?.by.layer !== own
  const secretsOfOthers = (pointer: string, settings: readonly string[], document: JsonObject) => {
    const before = known.get(pointer)
    if (before !== undefined) return before
    const found = Object.entries(objectOf(getAt(storage.merged, pointer)))
      .filter(([name, value]) => isOfOthers(pointer + formatPointer([name]), [...settings, name], value, document))
      .map(([name]) => name)
    known.set(pointer, found)
    return found
  }
  return (id, rule) => {
    if (typeof id !== 'string') return false
    const settings = ['attachments', id, 'settings']
    const over = objectOf(attachmentsOf(rule.content).params)
    const ownSecrets = secretsOfOthers(formatPointer(settings), settings, storage.merged)
    // The key of S3 is no secret: which handler the params go to is looked at last, as many may share them.
    const overSecrets = secretsOfOthers(paramsPointer(rule), settings, {})
    return (
      ownSecrets.some((name) => !Object.hasOwn(over, name)) ||
      overSecrets.some((name) => holdsSecret([...settings, name], over[name] ?? null, storage.merged))
    )
  }
}

function holdsSecret(path: readonly string[], value: JsonValue, document: JsonObject): boolean {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).some(([key, child]) => holdsSecret([...path, key], child, document))
    : isStorageSecret(path, value, document)
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
