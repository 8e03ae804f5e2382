import { formatPointer, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSectionName, type Sections, sectionValues } from '@strata/layered-config'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { JsonEditor } from '#web/components/json-editor.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { type JsonReading, useJsonText } from '#web/components/schema-form/use-json-text.ts'
import styles from './json-panel.module.css'
import type { ShownSection } from './shown-section.ts'

interface DraftJsonProps extends ShownSection {
  isWhole: boolean
  onUnfinished: (problems: readonly FormError[]) => void
}

/** Where the JSON is edited, for undo: all of it is one step. */
const PLACE = 'JSON'

/** A section or the whole document with the draft in it, editable. */
export function DraftJson({
  isWhole,
  onUnfinished,
  detail,
  section,
  state,
  errors,
  isReadOnly,
  onEdit,
}: DraftJsonProps) {
  const t = useTranslations('systemConfigs.json')
  const { sections } = state.drafted
  const shared = { isReadOnly, onUnfinished }
  return isWhole ? (
    <JsonSide
      {...shared}
      key="document"
      label={t('labelDocument')}
      value={sections}
      problems={errors.map((error) => ({ ...error, pointer: formatPointer([section]) + error.pointer }))}
      read={(value) =>
        isSections(value) ? { ok: value } : { problem: t('notSections', { name: firstNoSection(value) }) }
      }
      onChange={(next) => state.dispatch({ type: 'replace', detail, sections: next, place: PLACE })}
    />
  ) : (
    <JsonSide
      {...shared}
      key={section}
      label={t('label', { section })}
      value={sectionValues(sections, section)}
      problems={errors}
      read={(value) => (isJsonObject(value) ? { ok: value } : { problem: t('notObject') })}
      onChange={(next) => onEdit(next, PLACE)}
    />
  )
}

interface JsonSideProps<Value extends JsonObject> {
  label: string
  value: Value
  isReadOnly: boolean
  problems: readonly FormError[]
  read: (value: JsonValue | undefined) => JsonReading<Value, string>
  onChange: (value: Value) => void
  onUnfinished: (problems: readonly FormError[]) => void
}

function JsonSide<Value extends JsonObject>(props: JsonSideProps<Value>) {
  const t = useTranslations('schemaForm.json')
  const { label, value, isReadOnly, problems, read, onChange, onUnfinished } = props
  const { text, setText, problem } = useJsonText(value, {
    read: (parsed) => (parsed.ok ? read(parsed.value) : { problem: t(parsed.why) }),
    onChange,
  })

  useEffect(() => {
    onUnfinished(problem === undefined ? [] : [{ pointer: '', message: problem }])
    return () => onUnfinished([])
  }, [problem, onUnfinished])

  return (
    <>
      <JsonEditor label={label} value={text} onChange={setText} isReadOnly={isReadOnly} problems={problems} />
      <p className={styles.problem} role="status">
        {problem}
      </p>
    </>
  )
}

function isNoSection([name, values]: [string, JsonValue]): boolean {
  return !isSectionName(name) || !isJsonObject(values)
}

function isSections(value: JsonValue | undefined): value is JsonObject & Sections {
  return isJsonObject(value) && !Object.entries(value).some(isNoSection)
}

function firstNoSection(value: JsonValue | undefined): string {
  return (isJsonObject(value) ? Object.entries(value).find(isNoSection)?.[0] : undefined) ?? ''
}
