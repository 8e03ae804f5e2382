import { formatPointer, isJsonObject, type JsonValue } from '@strata/json'
import { conditionHolds, type RouteCircumstances } from './condition-holds.ts'
import type { Decided, Decider } from './decide.ts'
import { entryReader } from './entry-reader.ts'
import type { LayeredStorage } from './layered-storage.ts'
import { conditionalRulesIn, type PlanRule, type RuleCondition, rulePointer } from './plan-rule.ts'
import { heardBy } from './resolve-route.ts'
import { copiesPart } from './rule-references.ts'
import type { RoutedConnection, RouteProblem, StorageRoute } from './storage-route.ts'

/** More rules by month and name than these are not told. */
const mostRules = 100
/** More patterns than these are not tried on one question: whether they match is then not told. */
const mostPatterns = 10

/** A back-end or connection as a rule names it; `by` is undefined for what holds where no layer says anything. */
export interface NamedEntry {
  readonly id: string
  readonly name: string | undefined
  readonly by: Decider | undefined
}

/** A rule that KAZOO 5 may go by. */
export interface UndecidedRule {
  /** Undefined: the plain rule, which needs none. */
  readonly condition: RuleCondition | undefined
  /** Whether the question is known to be about what the condition says; else it may be. */
  readonly isCertain: boolean
  /** Undefined: it names none. */
  readonly connection: NamedEntry | undefined
  readonly backEnd: NamedEntry | undefined
}

/** What KAZOO 5 may do otherwise than a route says, or besides. */
export interface Alternatives {
  /**
   * The rules by month and by name that may hold, and the plain one last; none where there is the plain one alone. Which
   * of them wins is not known.
   */
  readonly undecided: readonly UndecidedRule[]
  /** Connections that changes are copied to, by the plain rules and by those. */
  readonly copies: readonly NamedEntry[]
  readonly problems: readonly RouteProblem[]
}

/**
 * Tells of routes the rules by month and by name, and the copies, of the rules that they consulted: those of the type and
 * of its class.
 * - rules whose condition cannot hold under the circumstances are left out
 * - what stands within one rule is looked at once: all types of a class go by what stands within the class's
 * Source: the schemas of KAZOO 5; the precedence of these rules is not known.
 */
export function alternativesIn(
  storage: LayeredStorage,
  circumstances: RouteCircumstances,
): (route: StorageRoute) => Alternatives {
  const holds = conditionHolds(circumstances, mostPatterns)
  const known = new Map<string, RuleAlternatives>()

  function within(heard: LayeredStorage, rule: PlanRule): RuleAlternatives {
    const pointer = rulePointer(rule)
    const found = known.get(pointer) ?? ruleAlternatives(heard, rule, holds)
    known.set(pointer, found)
    return found
  }

  return (route) => {
    const { consulted } = route
    if (consulted === undefined) return { undecided: [], copies: [], problems: [] }
    const heard = heardBy(storage, consulted.planClass)
    const rules = plainRules(consulted).map((rule) => within(heard, rule))
    const told = rules.flatMap(({ held }) => held).slice(0, mostRules)
    const undecided = told.map((each) => each.rule)
    return {
      undecided: undecided.length === 0 ? [] : [...undecided, plainRule(route)],
      copies: [...rules.flatMap((each) => each.copies), ...told.flatMap((each) => each.copies)],
      problems: [
        ...told.flatMap((each) => each.problems),
        ...rules.flatMap((each) => each.copyProblems),
        ...told.flatMap((each) => each.copyProblems),
      ],
    }
  }
}

/** What stands within one rule, and the copies that it asks for itself. */
interface RuleAlternatives extends Copies {
  readonly held: readonly (Copies & { readonly rule: UndecidedRule; readonly problems: readonly RouteProblem[] })[]
}

interface Copies {
  readonly copies: readonly NamedEntry[]
  readonly copyProblems: readonly RouteProblem[]
}

function ruleAlternatives(
  heard: LayeredStorage,
  rule: PlanRule,
  holds: ReturnType<typeof conditionHolds>,
): RuleAlternatives {
  const entries = ruleEntries(heard)
  const copiesOf = (each: PlanRule): Copies => {
    const copies = entries.copies(each)
    return { copies, copyProblems: copies.flatMap((copy) => problemOf(heard, 'connections', copy)) }
  }
  const held = heldRules(heard, rule, holds).map(({ rule: inner, isCertain }) => {
    const [connection, backEnd] = [entries.connection(inner), entries.backEnd(inner)]
    return {
      rule: { condition: inner.condition, isCertain, connection, backEnd },
      problems: [...problemOf(heard, 'attachments', backEnd), ...problemOf(heard, 'connections', connection)],
      ...copiesOf(inner),
    }
  })
  return { held, ...copiesOf(rule) }
}

/** The rule of the type, then that of its class. */
function plainRules({ planClass, type }: PlanRule): PlanRule[] {
  return [...(type === undefined ? [] : [{ planClass, type }]), { planClass, type: undefined }]
}

/** The rules within another whose condition holds, or may. */
function heldRules(storage: LayeredStorage, rule: PlanRule, holds: ReturnType<typeof conditionHolds>) {
  const content = storage.decide(rulePointer(rule), levelOf(rule))?.value
  const inner = conditionalRulesIn({ ...rule, content: isJsonObject(content) ? content : {} })
  return inner.slice(0, mostRules).flatMap(({ condition }) => {
    const isHeld = holds(condition)
    return isHeld === false ? [] : [{ rule: { ...rule, condition }, isCertain: isHeld === true }]
  })
}

function plainRule({ connection, backEnd }: StorageRoute): UndecidedRule {
  const entry = ({ id, name }: Pick<RoutedConnection, 'id' | 'name'>) => ({
    id: id.value,
    name: name?.value,
    by: id.by,
  })
  return {
    condition: undefined,
    isCertain: false,
    connection: entry(connection),
    backEnd: backEnd === undefined ? undefined : entry(backEnd),
  }
}

function levelOf({ type }: PlanRule): Decider['level'] {
  return type === undefined ? 'class' : 'type'
}

/** Reads the entries that one rule names itself. */
function ruleEntries(storage: LayeredStorage) {
  const named = (map: 'attachments' | 'connections', part: Decided | undefined): NamedEntry | undefined =>
    typeof part?.value === 'string' && part.by !== undefined ? entry(map, part.value, part.by) : undefined
  const entry = (map: 'attachments' | 'connections', id: string, by: Decider): NamedEntry => ({
    id,
    name: entryReader(storage, map, id).text('name')?.value,
    by,
  })
  const at = (rule: PlanRule, part: string) => storage.decide(rulePointer(rule) + part, levelOf(rule))
  return {
    connection: (rule: PlanRule) => named('connections', at(rule, '/connection')),
    backEnd: (rule: PlanRule) => named('attachments', at(rule, '/attachments/handler')),
    copies(rule: PlanRule): NamedEntry[] {
      const list = at(rule, copiesPart)
      return textsIn(list?.value).flatMap((id) => (list === undefined ? [] : [entry('connections', id, list.by)]))
    },
  }
}

function textsIn(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function problemOf(
  storage: LayeredStorage,
  map: 'attachments' | 'connections',
  entry: NamedEntry | undefined,
): RouteProblem[] {
  if (entry?.by === undefined || storage.isDefined(formatPointer([map, entry.id]))) return []
  const { id, by } = entry
  const kind = map === 'attachments' ? 'undefined-back-end' : 'undefined-connection'
  return [{ kind, id, pointer: by.pointer, layer: by.layer }]
}
