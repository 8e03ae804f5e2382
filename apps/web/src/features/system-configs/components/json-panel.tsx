import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isSectionName, type Sections } from '@strata/layered-config'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { JsonEditor } from '#web/components/json-editor.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { useJsonText } from '#web/components/schema-form/use-json-text.ts'
import { Segmented } from '#web/components/segmented.tsx'
import styles from './json-panel.module.css'

interface JsonPanelProps {
  section: string
  values: JsonObject
  sections: Sections
  isReadOnly: boolean
  problems: readonly FormError[]
  onSection: (values: JsonObject) => void
  onDocument: (sections: Sections) => void
  /** Text that is no section or document yet: it cannot be saved. */
  onUnfinished: (problems: readonly FormError[]) => void
}

type Shown = 'section' | 'document'

/** What is stored, with the draft in it, as JSON: beside the form, and as editable. */
export function JsonPanel(props: JsonPanelProps) {
  const t = useTranslations('systemConfigs.json')
  const { section, values, sections, isReadOnly, problems, onSection, onDocument, onUnfinished } = props
  const [shown, setShown] = useState<Shown>('section')
  return (
    <section className={styles.panel} aria-label={t('which')}>
      <header className={styles.head}>
        <Segmented
          aria-label={t('which')}
          options={[
            { value: 'section', label: t('section') },
            { value: 'document', label: t('document') },
          ]}
          value={shown}
          onChange={setShown}
        />
        <p>{t('hint')}</p>
      </header>
      {shown === 'section' ? (
        <JsonSide
          key={section}
          label={t('label', { section })}
          value={values}
          isReadOnly={isReadOnly}
          problems={problems}
          read={(value) => (isJsonObject(value) ? { ok: value } : { problem: t('notObject') })}
          onChange={onSection}
          onUnfinished={onUnfinished}
        />
      ) : (
        <JsonSide
          key="document"
          label={t('labelDocument')}
          value={sections}
          isReadOnly={isReadOnly}
          problems={problems.map((problem) => ({ ...problem, pointer: `/${section}${problem.pointer}` }))}
          read={(value) => {
            const bad = isJsonObject(value) ? Object.entries(value).find(isNoSection)?.[0] : ''
            return bad === undefined && isSections(value)
              ? { ok: value }
              : { problem: t('notSections', { name: bad ?? '' }) }
          }}
          onChange={onDocument}
          onUnfinished={onUnfinished}
        />
      )}
    </section>
  )
}

interface JsonSideProps<Value extends JsonObject> {
  label: string
  value: Value
  isReadOnly: boolean
  problems: readonly FormError[]
  read: (value: JsonValue | undefined) => { ok: Value } | { problem: string }
  onChange: (value: Value) => void
  onUnfinished: (problems: readonly FormError[]) => void
}

function JsonSide<Value extends JsonObject>(props: JsonSideProps<Value>) {
  const t = useTranslations('systemConfigs.json')
  const { label, value, isReadOnly, problems, read, onChange, onUnfinished } = props
  const { text, setText, parsed } = useJsonText(value, (next) => {
    const result = read(next)
    if ('ok' in result) onChange(result.ok)
    return 'ok' in result
  })
  const result = parsed.ok ? read(parsed.value) : { problem: t('syntax') }
  const problem = 'problem' in result ? result.problem : undefined

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
