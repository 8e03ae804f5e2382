import type { JsonObject } from '@strata/json'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import type { KazooVersion, StorageLayer } from '@strata/storage-plan'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useFormCheck } from '#web/components/schema-form/use-form-check.ts'
import { atTheirFields, danglingReferences, missingHosts, type Rejection, stillRejected } from './document-errors.ts'
import { objectAt } from './document-parts.ts'

interface CheckedDocument {
  readonly form: FormValidator
  readonly fields: JsonObject
  readonly layers: readonly StorageLayer[]
  /** Without them nobody can tell here what a plan's names lead to; the server can. */
  readonly knowsBelow: boolean
  readonly version: KazooVersion
  readonly rejection: Rejection
  /** Whether a save was tried: until then nothing is said of what is merely missing. */
  readonly isTried: boolean
}

/** What is wrong with a document: by its schema, by what its plan names, and by what the server refused. */
export function useDocumentErrors({ form, fields, layers, knowsBelow, version, rejection, isTried }: CheckedDocument) {
  const t = useTranslations('storage.problems')
  const check = useFormCheck(form)
  const all = useMemo<FormError[]>(
    () => [
      // The server takes verbs in any case.
      ...atTheirFields(check(objectAt(lowerCaseVerbs(fields), '')), fields, t('needed')),
      ...missingHosts(fields, t('hostNeeded')),
      ...(knowsBelow ? danglingReferences(layers, version) : []).map(({ pointer, name }) => ({
        pointer,
        message: t('dangling', { name }),
      })),
    ],
    [check, fields, layers, knowsBelow, version, t],
  )
  const rejected = useMemo(() => stillRejected(rejection, fields), [rejection, fields])
  const shown = useMemo(
    () => withoutRepeats([...all.filter((error) => isTried || error.isMissing !== true), ...rejected]),
    [all, isTried, rejected],
  )
  return { all, shown }
}

/** The server says of a place what the form said already. */
function withoutRepeats(errors: readonly FormError[]): FormError[] {
  const seen = new Set<string>()
  return errors.filter(({ pointer, message }) => {
    const key = `${pointer} ${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
