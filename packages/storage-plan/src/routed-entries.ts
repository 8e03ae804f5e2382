import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { mergeShallow } from '@strata/layered-config'
import type { Decided } from './decide.ts'
import { decided, type EntryReader, entryReader } from './entry-reader.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { RulePart, RuleReader } from './rule-reader.ts'
import type { RoutedBackEnd, RoutedConnection, RouteProblem } from './storage-route.ts'

/** The connection that a rule names, or `local` where none does. */
export function routedConnection(
  storage: LayeredStorage,
  named: RulePart<string> | undefined,
): { connection: RoutedConnection; problems: RouteProblem[] } {
  const id = named ?? { value: 'local', by: undefined }
  const reader = entryReader(storage, 'connections', id.value)
  const connection = {
    id,
    name: reader.text('name'),
    host: reader.text('settings', 'ip'),
    port: reader.number('settings', 'port'),
  }
  const isUndefined = named !== undefined && !isJsonObject(reader.entry?.value)
  return { connection, problems: isUndefined ? [undefinedConnection(named)] : [] }
}

function undefinedConnection({ value, by }: RulePart<string>): RouteProblem {
  return { kind: 'undefined-connection', id: value, pointer: by.pointer, layer: by.layer }
}

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
