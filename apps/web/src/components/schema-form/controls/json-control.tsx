import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { TextField } from '#web/components/text-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { useReportProblem } from '../form-scope.tsx'
import { useJsonText } from '../use-json-text.ts'
import styles from './controls.module.css'

/** Any value as JSON. Text that is not JSON yet stays in the field, and the form knows that it is not done. */
export function JsonControl({ value, pointer, canUnset, ...control }: ControlProps) {
  const t = useTranslations('schemaForm.json')
  const report = useReportProblem(pointer)
  const { text, setText, problem } = useJsonText(value, {
    read: (parsed) => {
      if (!parsed.ok) return { problem: t(parsed.why) }
      return parsed.value !== undefined || canUnset ? { ok: parsed.value } : { problem: t('syntax') }
    },
    onChange: control.onChange,
  })

  useEffect(() => {
    report(problem)
    return () => report(undefined)
  }, [report, problem])

  return (
    <TextField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      isInvalid={control.isInvalid || problem !== undefined}
      isReadOnly={control.isReadOnly}
      isCode
      className={styles.json}
      rows={Math.min(12, Math.max(1, text.split('\n').length))}
      value={text}
      placeholder={control.placeholder}
      onChange={setText}
      autoComplete="off"
      spellCheck="false"
      errorMessage={problem}
    />
  )
}
