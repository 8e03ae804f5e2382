import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergeShallow } from '@strata/layered-config'
import type { Decided } from './decision.ts'
import { decided, type EntryReader, entryReader } from './entry-reader.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { RulePart, RuleReader } from './rule-reader.ts'
import type { RoutedBackEnd, RouteProblem } from './storage-route.ts'

/** The back-end that a rule names, with the rule's own settings over it; none where no handler is named. */
export function routedBackEnd(
  storage: LayeredStorage,
  rule: RuleReader,
): { backEnd: RoutedBackEnd | undefined; problems: RouteProblem[] } {
  const named = rule.attachments('handler')
  if (named === undefined) return { backEnd: undefined, problems: [] }
  const id = { value: asText(named.value), by: named.by }
  const reader = entryReader(storage, 'attachments', id.value)
  const params = decided(rule.attachments('params'), objectOf)
  const backEnd = {
    id,
    handler: reader.text('handler'),
    name: reader.text('name'),
    mode: modeOf(rule.attachments('stub')),
    params,
    ...settingsOf(storage, reader, params),
  }
  return { backEnd, problems: problemsOf(reader, id) }
}

function modeOf(stub: RulePart | undefined): RoutedBackEnd['mode'] {
  return { value: stub?.value === true ? 'stub' : 'external', by: stub?.by }
}

function settingsOf(
  storage: LayeredStorage,
  reader: EntryReader,
  params: Decided<JsonObject> | undefined,
): Pick<RoutedBackEnd, 'setting' | 'settings'> {
  const over = params?.value ?? {}
  const setting = (key: string): Decided | undefined =>
    params?.by !== undefined && Object.hasOwn(over, key)
      ? storage.decide(params.by.pointer + formatPointer([key]), params.by.level)
      : reader.any('settings', key)
  return {
    setting,
    settings() {
      const own = decided(reader.any('settings'), objectOf)?.value ?? {}
      const parts = Object.keys(mergeShallow(own, over)).flatMap((key) => {
        const part = setting(key)
        return part === undefined ? [] : [[key, part] as const]
      })
      return Object.fromEntries(parts)
    },
  }
}

/** Its handler and settings are what KAZOO cannot do without. */
function problemsOf(reader: EntryReader, { value: id, by }: Decided<string>): RouteProblem[] {
  const entry = reader.entry
  if (!isJsonObject(entry?.value)) {
    return [{ kind: 'undefined-back-end', id, pointer: by?.pointer ?? '', layer: by?.layer }]
  }
  const missing = [
    ...(reader.text('handler') === undefined ? ['handler'] : []),
    ...(decided(reader.any('settings'), objectOf) === undefined ? ['settings'] : []),
  ]
  return missing.map((key) => ({
    kind: 'incomplete-back-end',
    id,
    pointer: reader.pointer + formatPointer([key]),
    layer: entry?.by?.layer,
  }))
}

function objectOf(value: JsonValue): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined
}

/** A name of another kind than a text defines nothing; it is told as it stands. */
function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
