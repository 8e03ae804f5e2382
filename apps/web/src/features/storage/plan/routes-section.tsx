import type { JsonObject } from '@strata/json'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import { declaredClasses } from '../conditions/declared-keys.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow } from '../document/document-errors.ts'
import { objectAt } from '../document/document-parts.ts'
import styles from '../document/section.module.css'
import { Section } from '../document/section.tsx'
import { EntryFields } from '../entries/entry-fields.tsx'
import { ClassRoutes } from './class-routes.tsx'
import { withValueAt } from './plan-rules.ts'

const anyKeys: FieldSchema = { type: 'object', properties: {}, additionalProperties: false }

/** What goes where: a table for each class of databases. */
export function RoutesSection() {
  const t = useTranslations('storage.routes')
  const { place, form, fields } = useStorageDocument()
  const plan = objectAt(fields, '/plan')
  const declared = declaredClasses(form)
  const shown = declared.filter((name) => name !== 'aggregate' || place.scope === 'system' || Object.hasOwn(plan, name))
  return (
    <Section title={t('title')} about={t('about')}>
      {shown.map((name) => (
        <ClassRoutes key={name} planClass={name} />
      ))}
      {Object.keys(plan).some((key) => !declared.some((name) => name === key)) ? (
        <OtherClasses plan={plan} declared={declared} />
      ) : null}
    </Section>
  )
}

/** Parts of a plan that no schema knows: kept, shown, and free to be edited. */
function OtherClasses({ plan, declared }: { plan: JsonObject; declared: readonly string[] }) {
  const t = useTranslations('storage.routes')
  const { errors, change } = useStorageDocument()
  const set = useCallback((next: JsonObject) => change((fields) => withValueAt(fields, '/plan', next)), [change])
  return (
    <section className={styles.other} aria-label={t('otherClasses')}>
      <h3 className={styles.subtitle}>{t('otherClasses')}</h3>
      <p className={styles.about}>{t('otherClassesHelp')}</p>
      <EntryFields
        schema={anyKeys}
        value={plan}
        onChange={set}
        hidden={declared}
        errors={errorsBelow(errors, '/plan')}
      />
    </section>
  )
}
