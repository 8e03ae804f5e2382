import { getAt } from '@strata/json'
import { type PlanRule, rulePartPointer, rulePointer } from '@strata/storage-plan'
import { useId, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import { type FieldSchema, subschema } from '#web/components/schema-form/field-schema.ts'
import { TriState } from '#web/components/tri-state.tsx'
import { ConditionalRules } from '../conditions/conditional-rules.tsx'
import { declaredKeys } from '../conditions/declared-keys.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import { useDocumentParts } from '../document/use-document-parts.ts'
import { EntryFields } from '../entries/entry-fields.tsx'
import styles from './class-routes.module.css'
import { DecidedBy } from './decided-by.tsx'
import { withValueAt } from './plan-rules.ts'
import { knownAttachmentKeys, knownParams, knownRuleKeys } from './rule-details.ts'

/** What few rules say: copies in CouchDB, settings for this route alone, how databases are made, keys of any other kind. */
export function RouteDetails({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.routes')
  const { form } = useStorageDocument()
  const pointer = rulePointer(rule)
  const part = useDocumentParts()
  return (
    <div className={styles.more}>
      <Stub rule={rule} />
      <Params {...part(`${pointer}/attachments/params`)} />
      {rule.type === undefined ? <DatabaseFields planClass={rule.planClass} {...part(`${pointer}/database`)} /> : null}
      <ConditionalRules rule={rule} />
      <OtherEntryKeys {...part(`${pointer}/attachments`)} title={t('otherKeys')} known={knownAttachmentKeys} />
      <OtherEntryKeys
        {...part(pointer)}
        title={t('otherKeys')}
        known={[...knownRuleKeys(rule), ...declaredKeys(form, rule)]}
      />
    </div>
  )
}

type PartProps = ReturnType<ReturnType<typeof useDocumentParts>>

function Stub({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.routes')
  const { fields, errors, change, isReadOnly } = useStorageDocument()
  const id = useId()
  const pointer = rulePartPointer(rule, 'stub')
  const value = getAt(fields, pointer)
  return (
    <div className={styles.detail}>
      <span id={id} className={styles.label}>
        {t('stub')}
      </span>
      <TriState
        aria-labelledby={id}
        isDisabled={isReadOnly}
        value={typeof value === 'boolean' ? value : undefined}
        onChange={(next) => change((before) => withValueAt(before, pointer, next))}
      />
      <DecidedBy rule={rule} part="stub" />
      <p className={styles.help}>{t('stubHelp')}</p>
      <p className={styles.problem}>{messageAt(errors, pointer)}</p>
    </div>
  )
}

const anyKeys: FieldSchema = { type: 'object', properties: {} }

function Params(part: PartProps) {
  const t = useTranslations('storage.routes')
  return (
    <section className={styles.detail} aria-label={t('params')}>
      <span className={styles.label}>{t('params')}</span>
      <p className={styles.help}>{t('paramsHelp')}</p>
      <EntryFields {...part} schema={anyKeys} hidden={knownParams} />
    </section>
  )
}

function DatabaseFields({ planClass, ...part }: PartProps & { planClass: string }) {
  const t = useTranslations('storage.routes')
  const { form, kazooVersion } = useStorageDocument()
  const schema = useMemo(() => {
    const plan = form.resolve(subschema(form.schema.properties?.plan) ?? {})
    const rule = form.resolve(subschema(plan.properties?.[planClass]) ?? {})
    return { ...form.resolve(subschema(rule.properties?.database) ?? anyKeys), definitions: form.schema.definitions }
  }, [form, planClass])
  const hints = useMemo<FieldHints>(
    () => ({
      fields: {
        create_options: { title: t('createOptions.title'), description: t('createOptions.description') },
        names: {
          title: t('databaseNames.title'),
          description: [t('databaseNames.description'), ...(kazooVersion === '4.3' ? [t('ignoredBy43')] : [])].join(
            ' ',
          ),
        },
      },
    }),
    [t, kazooVersion],
  )
  return (
    <section className={styles.detail} aria-label={t('database')}>
      <span className={styles.label}>{t('database')}</span>
      <EntryFields {...part} schema={schema} hints={hints} />
    </section>
  )
}
