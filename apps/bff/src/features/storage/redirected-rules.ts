import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import {
  conditionalRulesIn,
  type LayeredStorage,
  type LayerName,
  layeredStorage,
  planClasses,
  planRules,
  rulePointer,
  type StorageLayer,
  type StoredRule,
} from '@strata/storage-plan'

/** Settings that say which server a back-end's requests, and what they prove themselves with, go to. */
const addressSettings = ['url', 'host', 'port', 'scheme'] as const

/**
 * Pointers of the addresses that a document, called `own` among the layers, gives in `params` of its rules to back-ends
 * with a secret of another layer.
 * - with rules by month or name in a line, any back-end of that line may meet any params of it: KAZOO 5 decides
 * - of a back-end and of params no more is looked at than addresses and secrets, and once for all rules that share them
 */
export function redirectedRules(document: JsonObject, layers: readonly StorageLayer[], own: LayerName): string[] {
  const storage = layeredStorage(layers)
  const lends = lending(storage, own)
  const rules = planRules(storage.merged)
  const classes = new Map(rules.flatMap((rule) => (rule.type === undefined ? [[rule.planClass, rule] as const] : [])))
  const redirected = rules.flatMap((rule) => {
    const said = isHeard(rule, own) ? [rule, classes.get(rule.planClass) ?? rule] : []
    const conditional = [...new Set(said)].flatMap(conditionalRulesIn)
    if (conditional.length > 0) return anyAddresses([...said, ...conditional])
    const using = said.find(({ content }) => attachmentsOf(content).params !== undefined)
    const handler = said.map(({ content }) => attachmentsOf(content).handler).find((id) => id !== undefined)
    if (using === undefined || typeof handler !== 'string') return []
    const params = `${rulePointer(using)}/attachments/params`
    const addresses = addressesSaid(document, params, storage, own)
    return addresses.length > 0 && lends(handler, params) ? addresses : []
  })
  return [...new Set(redirected)]

  /** Whichever of them meet. */
  function anyAddresses(line: readonly StoredRule[]): string[] {
    const handlers = new Set(line.map(({ content }) => attachmentsOf(content).handler))
    const params = new Set(line.map((rule) => `${rulePointer(rule)}/attachments/params`))
    return [...params].flatMap((each) => {
      const addresses = addressesSaid(document, each, storage, own)
      const isLent = addresses.length > 0 && [...handlers].some((id) => typeof id === 'string' && lends(id, each))
      return isLent ? addresses : []
    })
  }
}

/** Nodes know no other classes, and ask the system's documents alone about its databases. */
function isHeard({ planClass }: StoredRule, own: LayerName): boolean {
  const isOfSystem = planClass === 'system' || planClass === 'aggregate'
  return planClasses.some((known) => known === planClass) && (!isOfSystem || own === 'system')
}

function attachmentsOf({ attachments }: JsonObject): JsonObject {
  return objectOf(attachments)
}

/** Pointers of the parts of an address that hold because the document itself says them in a rule's params. */
function addressesSaid(document: JsonObject, params: string, storage: LayeredStorage, own: LayerName): string[] {
  const said = objectOf(getAt(document, params))
  return addressSettings
    .filter((name) => said[name] !== undefined)
    .map((name) => params + formatPointer([name]))
    .filter((pointer) => storage.decide(pointer, 'type')?.by.layer === own)
}

/** Tells whether a back-end has, under a rule's params, a secret that another layer says. */
function lending(storage: LayeredStorage, own: LayerName): (id: string, params: string) => boolean {
  const known = new Map<string, readonly string[]>()
  const secretsOfOthers = (pointer: string, isSecret: (name: string, value: JsonValue) => boolean) => {
    const before = known.get(pointer)
    if (before !== undefined) return before
    const found = Object.entries(objectOf(getAt(storage.merged, pointer)))
      .filter(([name, value]) => isSecret(name, value))
      .map(([name]) => name)
      .filter((name) => storage.decide(pointer + formatPointer([name]), 'entry')?.by.layer !== own)
    known.set(pointer, found)
    return found
  }
  return (id, params) => {
    const pathOf = (name: string) => ['attachments', id, 'settings', name]
    const over = objectOf(getAt(storage.merged, params))
    const ownSecrets = secretsOfOthers(formatPointer(['attachments', id, 'settings']), (name, value) =>
      isStorageSecret(pathOf(name), value, storage.merged),
    )
    // The key of S3 is no secret: which handler the params go to is looked at last, as many may share them.
    const overSecrets = secretsOfOthers(params, (name, value) => isStorageSecret(pathOf(name), value, {}))
    return (
      ownSecrets.some((name) => !Object.hasOwn(over, name)) ||
      overSecrets.some((name) => isStorageSecret(pathOf(name), over[name] ?? null, storage.merged))
    )
  }
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
