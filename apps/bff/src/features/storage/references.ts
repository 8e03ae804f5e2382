import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { dottedPath } from '#bff/redaction/dotted-path.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'

/**
 * Every place of a document's plan that names a back-end or connection which `merged` (all layers, this document's
 * included) does not define. KAZOO's reader fails on such a plan, so it must not be stored.
 */
export function danglingReferences(document: JsonObject, merged: JsonObject): ValidationErrors {
  const errors: ValidationErrors = {}

  function check(path: readonly string[], name: JsonValue | undefined, kind: 'attachments' | 'connections'): void {
    if (typeof name !== 'string' || Object.hasOwn(childObject(merged, kind), name)) return
    const what = kind === 'attachments' ? 'back-end' : 'connection'
    errors[dottedPath(path)] = {
      error: { message: `Neither this document nor a layer below it defines the ${what} '${name}'.`, value: name },
    }
  }

  for (const { path, rule } of rules(document)) {
    check([...path, 'attachments', 'handler'], childObject(rule, 'attachments').handler, 'attachments')
    check([...path, 'connection'], rule.connection, 'connections')
  }
  return errors
}

/** The database classes of a plan, and the document types within each. */
function rules(document: JsonObject): { path: string[]; rule: JsonObject }[] {
  return objectEntries(childObject(document, 'plan')).flatMap(([name, rule]) => [
    { path: ['plan', name], rule },
    ...objectEntries(childObject(rule, 'types')).map(([type, typeRule]) => ({
      path: ['plan', name, 'types', type],
      rule: typeRule,
    })),
  ])
}

function childObject(object: JsonObject, key: string): JsonObject {
  const child = Object.hasOwn(object, key) ? object[key] : undefined
  return isJsonObject(child) ? child : {}
}

function objectEntries(object: JsonObject): [string, JsonObject][] {
  return Object.entries(object).flatMap(([key, value]) => (isJsonObject(value) ? [[key, value]] : []))
}
