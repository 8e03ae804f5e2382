import { formatPointer, type JsonObject, parsePointer } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import { type FieldSchema, subschema } from '#web/components/schema-form/field-schema.ts'
import { variantOf } from '#web/components/schema-form/variants.ts'
import { Advanced } from '../document/advanced.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow, messageAt } from '../document/document-errors.ts'
import { objectAt } from '../document/document-parts.ts'
import { OptionalSwitch } from '../document/optional-switch.tsx'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import styles from './entry-editor.module.css'
import { EntryFields } from './entry-fields.tsx'
import { EntryNames } from './entry-names.tsx'
import { settingsSchema, withFields } from './settings-schema.ts'
import { useEntryVariants } from './use-entry-variants.ts'

const mainKeys: readonly string[] = ['ip', 'port', 'credentials']
const isAdvanced = (key: string) => !mainKeys.includes(key)
const ownKeys = ['driver', 'name', 'settings']

/** All there is to say of one connection. */
export function ConnectionEditor({ id, entry }: { id: string; entry: JsonObject }) {
  const t = useTranslations('storage.backEnds')
  const { errors, change } = useStorageDocument()
  const place = formatPointer(['connections', id])
  return (
    <div className={styles.editor}>
      <EntryNames map="connections" id={id} entry={entry} />
      <div className={styles.main}>
        <p className={styles.problem}>{messageAt(errors, place)}</p>
        <ConnectionSettings id={id} entry={entry} />
        <OtherEntryKeys
          title={t('otherKeys')}
          value={entry}
          known={ownKeys}
          onChange={(next) => change((fields) => withValueAt(fields, place, next))}
          errors={errorsBelow(errors, place)}
        />
      </div>
    </div>
  )
}

function ConnectionSettings({ id, entry }: { id: string; entry: JsonObject }) {
  const t = useTranslations('storage.connections')
  const { errors, storedFields, change } = useStorageDocument()
  const schema = useConnectionSchema(id, entry)
  const hints = useConnectionHints()
  const place = formatPointer(['connections', id, 'settings'])
  const settings = objectAt(entry, '/settings')
  if (schema === undefined) return <p className={styles.note}>{t('driver')}</p>

  const shared = {
    value: settings,
    before: objectAt(storedFields, place),
    onChange: (next: JsonObject) => change((fields) => withValueAt(fields, place, next)),
    hints,
    // A text in place of the credentials would be a secret; the group of them is not.
    isSecret: (path: readonly string[]) =>
      path.length > 1 && isStorageSecret(['connections', id, 'settings', ...path], '', {}),
    errors: errorsBelow(errors, place),
  }
  return (
    <div className={styles.settings}>
      <EntryFields {...shared} schema={schema.main} only={mainKeys} />
      <Advanced
        count={Object.keys(settings).filter(isAdvanced).length}
        hasProblem={shared.errors.some(({ pointer }) => pointer !== '' && isAdvanced(parsePointer(pointer)[0] ?? ''))}
      >
        <EntryFields {...shared} schema={schema.advanced} hidden={mainKeys} />
      </Advanced>
    </div>
  )
}

/** Undefined for a connection of a driver that the document's schema does not know. */
function useConnectionSchema(
  id: string,
  { driver }: JsonObject,
): { main: FieldSchema; advanced: FieldSchema } | undefined {
  const { form } = useStorageDocument()
  const variants = useEntryVariants('connections', id)
  return useMemo(() => {
    const variant = variantOf(variants, driver === undefined ? {} : { driver })
    if (variant === undefined) return undefined
    const { schema } = variant
    const whole = settingsSchema({ schema, resolve: form.resolve, definitions: form.schema.definitions }, [])
    return {
      main: { ...withFields(inReadingOrder(whole), mainKeys), additionalProperties: false },
      advanced: withFields(whole, Object.keys(whole.properties ?? {}).filter(isAdvanced)),
    }
  }, [form, variants, driver])
}

/** Who before the password of whom. */
function inReadingOrder(settings: FieldSchema): FieldSchema {
  const credentials = subschema(settings.properties?.credentials)
  if (credentials === undefined) return settings
  const keys = new Set(['username', ...Object.keys(credentials.properties ?? {})])
  return { ...settings, properties: { ...settings.properties, credentials: withFields(credentials, [...keys]) } }
}

function useConnectionHints(): FieldHints {
  const t = useTranslations('storage.connections.fields')
  return useMemo(
    () => ({
      fields: {
        ip: { title: t('ip.title'), description: t('ip.description') },
        port: { title: t('port.title'), description: t('port.description') },
        credentials: {
          title: t('credentials.title'),
          fields: {
            username: { title: t('username.title') },
            password: { title: t('password.title'), description: t('password.description') },
          },
        },
        pool: {
          title: t('pool.title'),
          fields: {
            name: { title: t('poolName.title') },
            size: { title: t('poolSize.title'), description: t('poolSize.description') },
          },
        },
        connect_timeout: { title: t('connect_timeout.title') },
        connect_options: {
          title: t('connect_options.title'),
          fields: { keepalive: { title: t('keepalive.title'), control: OptionalSwitch } },
        },
        max_sessions: { title: t('max_sessions.title') },
        max_pipeline_size: { title: t('max_pipeline_size.title') },
      },
    }),
    [t],
  )
}
