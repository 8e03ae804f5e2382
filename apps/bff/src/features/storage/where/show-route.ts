import type { RoutedBackEnd as ShownBackEnd, StorageRoute as ShownRoute } from '@strata/api-types'
import { isJsonObject } from '@strata/json'
import type { AttachmentDocument, RoutedBackEnd, StorageRoute } from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { showOptionalPart, showPart, showProblem, showText } from './show-part.ts'
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
    database: showDatabase(database, view.redactor),
    problems: problems.map(showProblem),
    sample: { account_id: accountId, ...sample },
  } satisfies Omit<ShownRoute, 'undecided' | 'copies' | 'ignored'>
}

export function showDatabase({ createOptions, names }: StorageRoute['database'], redactor: Redactor) {
  const options = createOptions && { ...createOptions, value: redactor.redact(createOptions.value, []) }
  return {
    create_options: options && isJsonObject(options.value) ? showPart({ ...options, value: options.value }) : null,
    names: showOptionalPart(names),
  }
}

function showBackEnd(backEnd: RoutedBackEnd, document: AttachmentDocument, view: SettingsView) {
  return {
    id: showPart(backEnd.id),
    handler: showText(backEnd.handler),
    name: showText(backEnd.name),
    mode: showPart(backEnd.mode),
    params: shownParams(backEnd, view),
    settings: shownSettings(backEnd, view),
    target: shownTarget(backEnd, document, view.redactor),
  } satisfies ShownBackEnd
}
