import type { RoutedBackEnd as ShownBackEnd, StorageRoute as ShownRoute } from '@strata/api-types'
import { withAddressesMasked } from '@strata/kazoo-schemas'
import type { AttachmentDocument, Decided, RoutedBackEnd, StorageRoute } from '@strata/storage-plan'
import { showOptionalPart, showPart, showProblem } from './show-part.ts'
import { type SettingsView, shownParams, shownSettings } from './shown-settings.ts'
import { shownTarget } from './shown-target.ts'

/** A route as the console reads it, with the path and address that a document's file gets. No secret is part of it. */
export function showRoute(route: StorageRoute, document: AttachmentDocument, view: SettingsView) {
  const { consulted, connection, backEnd, database, problems } = route
  const { accountId = null, ...sample } = document
  return {
    consulted: consulted === undefined ? null : { class: consulted.planClass, type: consulted.type ?? null },
    connection: {
      id: showPart(connection.id),
      name: showText(connection.name),
      host: showText(connection.host),
      port: showOptionalPart(connection.port),
    },
    back_end: backEnd === undefined ? null : showBackEnd(backEnd, document, view),
    database: showDatabase(database),
    problems: problems.map(showProblem),
    sample: { account_id: accountId, ...sample },
  } satisfies Omit<ShownRoute, 'undecided' | 'copies' | 'ignored'>
}

/** A text that somebody may have written an address into. */
function showText(part: Decided<string> | undefined) {
  return part === undefined ? null : showPart({ ...part, value: withAddressesMasked(part.value) })
}

export function showDatabase({ createOptions, names }: StorageRoute['database']) {
  return { create_options: showOptionalPart(createOptions), names: showOptionalPart(names) }
}

function showBackEnd(backEnd: RoutedBackEnd, document: AttachmentDocument, view: SettingsView) {
  return {
    id: showPart(backEnd.id),
    handler: showOptionalPart(backEnd.handler),
    name: showText(backEnd.name),
    mode: showPart(backEnd.mode),
    params: shownParams(backEnd, view),
    settings: shownSettings(backEnd, view),
    target: shownTarget(backEnd, document, view.redactor),
  } satisfies ShownBackEnd
}
