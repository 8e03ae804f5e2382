import { deepEqual, type JsonValue } from '@strata/json'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '#web/components/text-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { useReportProblem } from '../form-scope.tsx'
import { parseJson } from '../parse-json.ts'

/** Any value as JSON. Text that is not JSON yet stays in the field, and the form knows that it is not done. */
export function JsonControl({ value, inherited, pointer, canUnset, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.json')
  const report = useReportProblem(pointer)
  const [typed, setTyped] = useState<string>()
  const draft = typed === undefined ? undefined : parseJson(typed)
  const isCurrent = draft === undefined || !draft.ok || deepEqual(draft.value, value)
  const text = typed === undefined || !isCurrent ? written(value) : typed
  const problem = draft?.ok === false ? t('notJson') : undefined

  useEffect(() => {
    report(problem)
    return () => report(undefined)
  }, [report, problem])

  function change(next: string) {
    const parsed = parseJson(next)
    setTyped(next)
    if (parsed.ok && (parsed.value !== undefined || canUnset)) control.onChange(parsed.value)
  }

  return (
    <TextField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid || problem !== undefined}
      isReadOnly={control.isReadOnly}
      isCode
      rows={Math.min(12, Math.max(1, text.split('\n').length))}
      value={text}
      placeholder={control.placeholder}
      onChange={change}
      autoComplete="off"
      spellCheck="false"
      errorMessage={problem}
    />
  )
}

function written(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}
