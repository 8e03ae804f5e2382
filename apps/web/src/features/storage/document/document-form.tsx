import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import { BackEndsSection } from '../entries/back-ends-section.tsx'
import { ConnectionsSection } from '../entries/connections-section.tsx'
import { EntryFields } from '../entries/entry-fields.tsx'
import { RoutesSection } from '../plan/routes-section.tsx'
import { useStorageDocument } from './document-context.ts'
import styles from './document-form.module.css'
import { PlanName } from './plan-name.tsx'
import { PlanPart } from './plan-part.tsx'
import { Section } from './section.tsx'
import type { JsonText } from './use-json-text.ts'

interface DocumentFormProps {
  isNew: boolean
  /** The plan that would count if there were a document. */
  idlePlan: string | undefined
  jsonProblem: JsonText['problem']
}

/** The same element each time: only what it reads of its document draws it again. */
const routes = <RoutesSection />

const parts: readonly string[] = ['attachments', 'connections', 'plan']
const planParts: readonly string[] = [...parts, 'name']

/** A storage document in its form: back-ends, connections, routes, and whatever else it holds. */
export function DocumentForm({ isNew, idlePlan, jsonProblem }: DocumentFormProps) {
  const t = useTranslations('storage')
  const { place, fields, knowsBelow, untoldBelow } = useStorageDocument()
  return (
    <>
      {knowsBelow ? null : <Note>{t('belowHidden')}</Note>}
      {untoldBelow > 0 ? <Note>{t('routes.untoldBelow', { count: String(untoldBelow) })}</Note> : null}
      {jsonProblem === undefined ? null : <Note tone="warning">{t('json.unreadable')}</Note>}
      {parts.map((part) => (
        <OddShapes key={part} part={part} value={fields[part]} />
      ))}
      <div className={styles.form}>
        {place.scope === 'plan' ? <PlanName /> : null}
        <BackEndsSection isNew={isNew} idlePlan={idlePlan} />
        <PlanPart>{routes}</PlanPart>
        <ConnectionsSection />
        <OtherKeys />
      </div>
    </>
  )
}

/** Says which parts of a document are not what they must be, so that nobody thinks they are not there. */
function OddShapes({ part, value }: { part: string; value: JsonValue | undefined }) {
  const t = useTranslations('storage')
  const isOdd = value !== undefined && !isJsonObject(value)
  const oddEntries = isJsonObject(value) ? Object.keys(value).filter((key) => !isJsonObject(value[key])) : []
  const names = isOdd ? [part] : oddEntries.map((key) => `${part}.${key}`)
  return names.map((name) => (
    <Note key={name} tone="warning">
      {t('odd', { part: name })}
    </Note>
  ))
}

const anyKeys: FieldSchema = { type: 'object', properties: {}, additionalProperties: false }

/** Keys that have no other place in the form: kept, shown, and free to be edited. */
function OtherKeys() {
  const t = useTranslations('storage')
  const { place, fields, errors, change } = useStorageDocument()
  const hidden = place.scope === 'plan' ? planParts : parts
  const set = useCallback((next: JsonObject) => change(() => next), [change])
  if (Object.keys(fields).every((key) => hidden.includes(key))) return null
  return (
    <Section title={t('otherKeys')} about={t('otherKeysAbout')}>
      <div className={styles.other}>
        <EntryFields schema={anyKeys} value={fields} onChange={set} hidden={hidden} errors={errors} />
      </div>
    </Section>
  )
}
