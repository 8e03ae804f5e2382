import Form, { type IChangeEvent } from '@rjsf/core'
import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { beyondForms } from './beyond-forms.ts'
import type { FieldHints } from './field-hints.ts'
import { toUiSchema } from './field-options.ts'
import { FormFolds } from './folds.tsx'
import type { FormContext } from './form-context.ts'
import { type FormError, toErrorSchema } from './form-error.ts'
import { type FormScope, FormScopeProvider } from './form-scope.tsx'
import type { FormValidator } from './load-validator.ts'
import { mergeAllOf } from './merge-all-of.ts'
import { noGuesses } from './no-guesses.ts'
import { pruneEmptied } from './prune-emptied.ts'
import { fields, templates } from './registry.ts'
import styles from './schema-form.module.css'
import { sparseDefaults } from './sparse-defaults.ts'

export interface SchemaFormProps {
  form: FormValidator
  value: JsonObject
  /** `pointer` is where the change was made. */
  onChange: (next: JsonObject, pointer: string) => void
  /** What stands where the value sets nothing. */
  inherited?: JsonObject
  /** What was there before it was edited: entries that were taken away stay in sight, to be put back. */
  before?: JsonObject
  placeholder?: FormScope['placeholder']
  /** Found by `checkForm`, or told by the server. */
  errors?: readonly FormError[]
  /** Fields whose text is no value yet: the form cannot be saved before they are mended. */
  onUnfinished?: (problems: readonly FormError[]) => void
  hints?: FieldHints
  /** Whether a field holds a secret, by its place. */
  isSecret?: (path: readonly string[]) => boolean
  /** Leaves these fields in sight only. */
  isVisible?: ((pointer: string) => boolean) | undefined
  isReadOnly?: boolean
}

const NOTHING: JsonObject = {}
const NO_ERRORS: readonly FormError[] = []
const isShown = () => true
const isNoSecret = () => false
const noPlaceholder = (_pointer: string, inherited: JsonValue | undefined) =>
  inherited === undefined
    ? { text: '' }
    : { text: typeof inherited === 'object' ? '' : String(inherited), value: inherited }

/** A form from a schema, controlled: its data lives with the page. Of data that no form can show it says so. */
export function SchemaForm(props: SchemaFormProps) {
  const t = useTranslations('schemaForm.beyond')
  const { value, inherited } = props
  const beyond = useMemo(() => beyondForms(value) ?? beyondForms(inherited), [value, inherited])
  if (beyond === undefined) return <RenderedForm {...props} />
  return <Note tone="warning">{beyond.why === 'name' ? t('name', { name: beyond.name }) : t('nesting')}</Note>
}

function RenderedForm({
  form,
  value,
  onChange,
  inherited,
  before,
  placeholder = noPlaceholder,
  errors = NO_ERRORS,
  onUnfinished,
  hints,
  isSecret = isNoSecret,
  isVisible,
  isReadOnly = false,
}: SchemaFormProps) {
  const prefix = useId()
  const report = useUnfinished(onUnfinished)
  const scope = useMemo(
    () => ({
      inherited: inherited ?? NOTHING,
      before,
      inherits: inherited !== undefined,
      placeholder,
      isVisible: isVisible ?? isShown,
      isFiltered: isVisible !== undefined,
      report,
    }),
    [inherited, before, placeholder, isVisible, report],
  )
  // One that is being replaced stays one, although what was typed may be none by its place.
  const atFirst = useRef(value)
  const latestIsSecret = useRef(isSecret)
  latestIsSecret.current = (path) =>
    isSecret(path) || isSecretMarker(getAt(before ?? atFirst.current, formatPointer(path)))
  const context = useMemo<FormContext>(
    () => ({ resolve: form.resolve, isSecret: (path) => latestIsSecret.current(path) }),
    [form],
  )
  const uiSchema = useMemo(() => toUiSchema(hints === undefined ? {} : { hints }), [hints])
  const extraErrors = useMemo(() => toErrorSchema(errors), [errors])

  function change({ formData }: IChangeEvent, id?: string) {
    const next: unknown = formData
    const place = id?.startsWith(prefix) === true ? id.slice(prefix.length) : ''
    onChange(
      pruneEmptied(isJsonObject(next) ? next : NOTHING, value, (pointer) => pointer === place),
      place,
    )
  }

  return (
    <FormFolds>
      <FormScopeProvider value={scope}>
        <Form
          className={styles.form ?? ''}
          tagName="div"
          schema={form.schema}
          validator={noGuesses}
          uiSchema={uiSchema}
          formContext={context}
          formData={value}
          onChange={change}
          extraErrors={extraErrors}
          readonly={isReadOnly}
          fields={fields}
          templates={templates}
          idPrefix={prefix}
          idSeparator="/"
          experimental_defaultFormStateBehavior={sparseDefaults}
          experimental_customMergeAllOf={mergeAllOf}
          // Our own check knows secrets, inherited values and unions; see `checkForm`.
          noValidate
          showErrorList={false}
        >
          {/* In place of a submit button. */}
          <span hidden />
        </Form>
      </FormScopeProvider>
    </FormFolds>
  )
}

/** Collects what fields report of texts that are no values, and tells the page. */
function useUnfinished(onUnfinished: SchemaFormProps['onUnfinished']) {
  const [problems, setProblems] = useState(NO_ERRORS)
  const report = useCallback((pointer: string, message: string | undefined) => {
    setProblems((known) => {
      const others = known.filter((problem) => problem.pointer !== pointer)
      if (message !== undefined) return [...others, { pointer, message }]
      return others.length === known.length ? known : others
    })
  }, [])
  useEffect(() => onUnfinished?.(problems), [problems, onUnfinished])
  return report
}
