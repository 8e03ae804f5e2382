import type { ValidationErrors } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import type { StorageLayer } from '@strata/storage-plan'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useFormCheck } from '#web/components/schema-form/use-form-check.ts'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { useSession } from '#web/lib/session.tsx'
import { atTheirFields, danglingReferences, missingHosts, type Rejection, stillRejected } from './document-errors.ts'
import { objectAt } from './document-parts.ts'

interface CheckedDocument {
  readonly form: FormValidator
  readonly fields: JsonObject
  readonly layers: readonly StorageLayer[]
  /** Without them nobody can tell here what a plan's names lead to; the server can. */
  readonly knowsBelow: boolean
}

const nothingRejected: Rejection = { sent: {}, errors: [] }

/**
 * What is wrong with a document: by its schema, by what its plan names, by what is not typed to its end, and by what the
 * server refused. Nothing is said of what is merely missing until a save is tried.
 */
export function useDocumentErrors(checked: CheckedDocument) {
  const { fields } = checked
  const [isTried, setTried] = useState(false)
  const [rejection, setRejection] = useState(nothingRejected)
  const unfinished = useUnfinished()
  const all = useFaults(checked)
  const rejected = useMemo(() => stillRejected(rejection, fields), [rejection, fields])
  const shown = useMemo(
    () => withoutRepeats([...all.filter((error) => isTried || error.isMissing !== true), ...rejected]),
    [all, isTried, rejected],
  )
  return {
    shown,
    problems: [...shown, ...unfinished.problems],
    isTried,
    isUnfinished: unfinished.problems.length > 0,
    reportUnfinished: unfinished.report,
    /** Gives whether there is nothing that keeps the document from being sent; from now on everything is told. */
    tryToSend(): boolean {
      setTried(true)
      return unfinished.problems.length === 0 && all.length === 0
    },
    takeRefusal: (sent: JsonObject, errors: ValidationErrors) =>
      setRejection({ sent, errors: fromValidationErrors(errors) }),
    forgetRefusal: () => setRejection(nothingRejected),
    forgetTry: () => setTried(false),
  }
}

function useFaults({ form, fields, layers, knowsBelow }: CheckedDocument): readonly FormError[] {
  const t = useTranslations('storage.problems')
  const { kazoo_version: version } = useSession()
  const check = useFormCheck(form)
  return useMemo<FormError[]>(
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
}

/** Fields whose text is no value yet, of all the forms that the document's form is made of. */
function useUnfinished() {
  const [byForm, setByForm] = useState<ReadonlyMap<string, readonly FormError[]>>(new Map())
  const report = useCallback((form: string, problems: readonly FormError[]) => {
    setByForm((before) => {
      if (problems.length === 0 && !before.has(form)) return before
      const others = [...before].filter(([other]) => other !== form)
      return new Map(problems.length === 0 ? others : [...others, [form, problems]])
    })
  }, [])
  return { problems: [...byForm.values()].flat(), report }
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
