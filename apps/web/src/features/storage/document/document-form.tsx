import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { type ReactNode, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import { TextField } from '#web/components/text-field.tsx'
import { BackEndsSection } from '../entries/back-ends-section.tsx'
import { ConnectionsSection } from '../entries/connections-section.tsx'
import { EntryFields } from '../entries/entry-fields.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import { RoutesSection } from '../plan/routes-section.tsx'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { PartProvider, type StorageDocument, useStorageDocument } from './document-context.ts'
import { messageAt } from './document-errors.ts'
import styles from './document-form.module.css'
import { type EntryMap, entriesOf, textOf } from './document-parts.ts'
import { Section } from './section.tsx'
import type { DocumentText } from './use-document-text.ts'
import { useKept } from './use-kept.ts'

interface DocumentFormProps {
  isNew: boolean
  /** The plan that would count if there were a document. */
  idlePlan: string | undefined
  jsonProblem: DocumentText['problem']
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
      {jsonProblem === undefined ? null : <Note tone="warning">{t(`json.${jsonProblem}`, { brace: '{' })}</Note>}
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

/** What a plan is called, by which accounts that follow it show it. */
function PlanName() {
  const t = useTranslations('storage.plans')
  const { fields, errors, isReadOnly, change } = useStorageDocument()
  return (
    <TextField
      className={styles.planName}
      label={t('name')}
      description={t('nameHelp')}
      value={textOf(fields.name) ?? ''}
      onChange={(name) => change((before) => withValueAt(before, '/name', name === '' ? undefined : name))}
      isReadOnly={isReadOnly}
      errorMessage={messageAt(errors, '/name')}
      autoComplete="off"
    />
  )
}

/**
 * Gives what is below it the document with nothing but its plan: it does not draw itself again while a back-end is
 * being typed into, which its many selects would make slow.
 */
function PlanPart({ children }: { children: ReactNode }) {
  const document = useStorageDocument()
  const part = useKept(
    {
      ...document,
      fields: planOf(document.fields),
      storedFields: planOf(document.storedFields),
      layers: withOwnDocument(document.layers, outlineOf(document.fields)),
      errors: document.errors.filter(({ pointer }) => pointer.startsWith('/plan')),
    },
    isSamePart,
  )
  return <PartProvider value={part}>{children}</PartProvider>
}

function planOf({ plan }: JsonObject): JsonObject {
  return plan === undefined ? {} : { plan }
}

/** The plan, and what the back-ends and connections that it may name are called. */
function outlineOf(document: JsonObject): JsonObject {
  const named = (map: EntryMap): JsonObject =>
    Object.fromEntries(entriesOf(document, map).map(([id, { name = null, handler = null }]) => [id, { name, handler }]))
  return { attachments: named('attachments'), connections: named('connections'), ...planOf(document) }
}

function isSamePart(earlier: StorageDocument, now: StorageDocument): boolean {
  return (
    deepEqual(earlier.fields, now.fields) &&
    deepEqual(earlier.storedFields, now.storedFields) &&
    isSameText(earlier.layers, now.layers) &&
    isSameText(earlier.errors, now.errors) &&
    earlier.place === now.place &&
    earlier.form === now.form &&
    earlier.knowsBelow === now.knowsBelow &&
    earlier.isReadOnly === now.isReadOnly &&
    earlier.shownPlace === now.shownPlace &&
    earlier.change === now.change
  )
}

function isSameText(earlier: unknown, now: unknown): boolean {
  return JSON.stringify(earlier) === JSON.stringify(now)
}
