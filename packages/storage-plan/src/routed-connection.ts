import { isJsonObject } from '@strata/json'
import { entryReader } from './entry-reader.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { RulePart } from './rule-reader.ts'
import type { RoutedConnection, RouteProblem } from './storage-route.ts'

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
