import { formatPointer, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { attachmentPath, defaultFields, type HandlerKind, targetOf } from '@strata/storage-plan'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { CopyButton } from '#web/components/copy-button.tsx'
import { JsonControl } from '#web/components/schema-form/controls/json-control.tsx'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { Select } from '#web/components/select.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import { objectAt, unsetAt } from '../document/document-parts.ts'
import { EntryFields } from '../entries/entry-fields.tsx'
import { FieldItems } from './field-items.tsx'
import styles from './url-builder.module.css'
import { type Sample, sampleTypes, useSample } from './use-sample.ts'

interface UrlBuilderProps {
  id: string
  kind: HandlerKind
  settings: JsonObject
  /** What the server writes where the settings say nothing. */
  defaults: JsonObject
  onChange: (settings: JsonObject) => void
  /** With pointers into the settings. */
  errors: readonly FormError[]
}

const place = '/field_list'
const listSchema: FieldSchema = {
  type: 'object',
  properties: { field_list: { type: 'array' } },
  additionalProperties: false,
}
const asJson = { fields: { field_list: { control: JsonControl } } }
const listOnly = ['field_list']

/** How the path of a file is made, part by part, with what comes of it for a sample beside it. */
export function UrlBuilder({ id, kind, settings, defaults, onChange, errors }: UrlBuilderProps) {
  const t = useTranslations('urlBuilder')
  const { isReadOnly } = useStorageDocument()
  const sample = useSample(id, settings, defaults)
  const [view, setView] = useState<'parts' | 'json'>('parts')
  const list = settings.field_list
  const isOwn = list !== undefined
  const set = (next: JsonValue) => onChange(objectAt(setAt(settings, place, next), ''))

  return (
    <section className={styles.builder} aria-label={t('title')}>
      <ComposedUrl kind={kind} sample={sample} />
      <div className={styles.head}>
        <h4 className={styles.title}>{t(isOwn ? 'own' : 'builtIn')}</h4>
        {isOwn ? (
          <Segmented
            aria-label={t('view.label')}
            options={[
              { value: 'parts', label: t('view.parts') },
              { value: 'json', label: t('view.json') },
            ]}
            value={view}
            onChange={setView}
          />
        ) : null}
        {isReadOnly ? null : isOwn ? (
          <Button size="sm" variant="quiet" onPress={() => onChange(unsetAt(settings, formatPointer(['field_list'])))}>
            {t('reset')}
          </Button>
        ) : (
          <Button size="sm" onPress={() => set([...defaultFields(kind)])}>
            {t('change')}
          </Button>
        )}
      </div>
      <p className={styles.problem}>{messageAt(errors, place)}</p>
      {isOwn && (view === 'json' || !Array.isArray(list)) ? (
        <EntryFields
          schema={listSchema}
          value={settings}
          onChange={onChange}
          only={listOnly}
          hints={asJson}
          errors={errors}
        />
      ) : (
        <FieldItems
          items={Array.isArray(list) ? list : defaultFields(kind)}
          pointer={place}
          handler={kind}
          sample={sample.document}
          errors={errors}
          isReadOnly={isReadOnly || !isOwn}
          onChange={set}
        />
      )}
    </section>
  )
}

/** Where the file of a sample would go as the draft is now. */
function ComposedUrl({ kind, sample }: { kind: HandlerKind; sample: Sample }) {
  const t = useTranslations('urlBuilder')
  const types = useTranslations('storage.routes.types')
  const composed = attachmentPath(kind, sample.settings, sample.document)
  const { method, url, hostHeader, path, isNameless } = targetOf(kind, sample.settings, composed)
  const holdsPath = path !== '' && url?.endsWith(path) === true
  const base = holdsPath ? url.slice(0, -path.length) : (url ?? '')
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <span className={styles.label}>{t('preview')}</span>
        <Select
          aria-label={t('sample')}
          className={styles.sample}
          options={sampleTypes.map((type) => ({ value: type, label: types(type) }))}
          value={sample.type}
          onChange={sample.choose}
        />
        <CopyButton text={url ?? path} label={t('copy')} />
      </div>
      <output className={styles.url} aria-label={t('preview')}>
        {method === undefined ? null : <b className={styles.method}>{method} </b>}
        <span className={styles.base}>{url === undefined ? t('noAddress') : base}</span>
        {holdsPath ? <span className={styles.path}>{path}</span> : null}
      </output>
      {holdsPath ? null : (
        <p className={styles.url}>
          <span className={styles.base}>{t('path')} </span>
          <span className={styles.path}>{path === '' ? t('emptyPath') : path}</span>
        </p>
      )}
      {hostHeader === undefined ? null : <p className={styles.help}>{t('hostHeader', { name: hostHeader })}</p>}
      {isNameless ? (
        <p className={styles.problem} role="alert">
          {t('nameless')}
        </p>
      ) : null}
      <p className={styles.help}>{t('sampleHelp')}</p>
    </div>
  )
}
