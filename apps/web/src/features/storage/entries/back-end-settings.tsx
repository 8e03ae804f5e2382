import { formatPointer, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { type HandlerKind, handlers, settingsWhenUnset } from '@strata/storage-plan'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { type FieldSchema, statedDefault, subschema } from '#web/components/schema-form/field-schema.ts'
import type { Variant } from '#web/components/schema-form/variants.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { Advanced } from '../document/advanced.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow, messageAt } from '../document/document-errors.ts'
import { objectAt, unsetAt } from '../document/document-parts.ts'
import { S3ServiceChoice, S3ServiceProvider } from '../presets/s3-controls.tsx'
import { type S3Service, s3ServiceOf, withHostOfRegion, withS3Service } from '../presets/s3-services.ts'
import { UrlBuilder } from '../url-builder/url-builder.tsx'
import styles from './entry-editor.module.css'
import { EntryFields } from './entry-fields.tsx'
import { settingsSchema, withFields } from './settings-schema.ts'
import { useSettingsHints } from './use-settings-hints.ts'

interface BackEndSettingsProps {
  id: string
  kind: HandlerKind
  variant: Variant
  entry: JsonObject
  onChange: (settings: JsonObject) => void
}

/** How files are named, the same for every kind. */
const pathSettings: readonly string[] = ['folder_base_path', 'field_separator']

/** Of an S3 store that is not Amazon's own. */
const hostSettings: readonly string[] = ['host', 'port', 'scheme']

const signInKeys = ['oauth_doc_id', 'oauth_app_id'] as const

/** How to get to the service: what it cannot do without first, everything else folded away. */
export function BackEndSettings({ id, kind, variant, entry, onChange }: BackEndSettingsProps) {
  const t = useTranslations('storage.settings')
  const { errors, storedFields } = useStorageDocument()
  const settings = objectAt(entry, '/settings')
  const place = formatPointer(['attachments', id, 'settings'])
  const [signIn, setSignIn] = useState<(typeof signInKeys)[number]>(
    Object.hasOwn(settings, 'oauth_app_id') ? 'oauth_app_id' : 'oauth_doc_id',
  )
  const service = useS3Service(settings)
  const hints = useSettingsHints(kind, settings)
  const hidden = kind === 'google_storage' ? signInKeys.find((key) => key !== signIn) : undefined
  const schemas = useSettingsSchemas(variant, kind, hidden, kind === 's3' && service.value !== 'aws')
  const unset = settingsWhenUnset(kind, settings)
  const stored = objectAt(storedFields, formatPointer(['attachments', id]))
  const shared = {
    value: settings,
    onChange: (next: JsonObject) => onChange(kind === 's3' ? withHostOfRegion(settings, next) : next),
    // What was stored for another service is none of this one's secrets.
    before: stored.handler === kind ? objectAt(stored, '/settings') : nothing,
    hints,
    isSecret: (path: readonly string[]) =>
      isStorageSecret(['attachments', id, 'settings', ...path], '', { attachments: { [id]: entry } }),
    placeholder: (pointer: string, stated: JsonValue | undefined) =>
      unsetText(stated ?? unset[parsePointer(pointer)[0] ?? '']),
    errors: errorsBelow(errors, place),
  }
  const isOfPath = (key: string) => key === 'field_list' || pathSettings.includes(key)
  const isAdvanced = (key: string) => !schemas.notAdvanced.includes(key)
  const hasProblem = (isOf: (key: string) => boolean) =>
    shared.errors.some(({ pointer }) => pointer !== '' && isOf(parsePointer(pointer)[0] ?? ''))
  const countSet = (isOf: (key: string) => boolean) => Object.keys(settings).filter(isOf).length

  function unsetText(value: JsonValue | undefined): string {
    return value === undefined || typeof value === 'object' ? '' : t('whenUnset', { value: String(value) })
  }

  function chooseSignIn(next: (typeof signInKeys)[number]) {
    setSignIn(next)
    const other = signInKeys.find((key) => key !== next) ?? next
    if (Object.hasOwn(settings, other)) onChange(unsetAt(settings, formatPointer([other])))
  }

  function chooseService(next: S3Service) {
    service.choose(next)
    onChange(withS3Service(settings, next))
  }

  return (
    <div className={styles.settings}>
      <p className={styles.problem}>{messageAt(errors, place)}</p>
      {kind === 'google_storage' ? <SignInChoice value={signIn} onChange={chooseSignIn} /> : null}
      {kind === 's3' ? <S3ServiceChoice value={service.value} onChange={chooseService} /> : null}
      <S3ServiceProvider value={service.value}>
        <EntryFields {...shared} schema={schemas.mainSchema} only={schemas.main} />
      </S3ServiceProvider>
      {kind === 's3' && isByRole(settings, schemas.mainSchema) ? <Note>{t('nodeRole')}</Note> : null}
      <Advanced count={countSet(isAdvanced)} hasProblem={hasProblem(isAdvanced)}>
        <EntryFields {...shared} schema={schemas.advancedSchema} hidden={schemas.notAdvanced} />
      </Advanced>
      <Advanced
        group="path"
        count={countSet(isOfPath)}
        hasProblem={hasProblem(isOfPath)}
        isOpenAtFirst={kind === 'http'}
      >
        <EntryFields {...shared} schema={schemas.pathSchema} only={pathSettings} />
        <UrlBuilder
          id={id}
          kind={kind}
          settings={settings}
          defaults={schemas.defaults}
          onChange={onChange}
          errors={shared.errors}
        />
      </Advanced>
    </div>
  )
}

const nothing: JsonObject = {}

/** Without keys, where the schema lets them be left out, nodes sign in with a role of their own. */
function isByRole(settings: JsonObject, { required = [] }: FieldSchema): boolean {
  return ['key', 'secret'].every((name) => settings[name] === undefined && !required.includes(name))
}

/** The service that the settings lead to; one that is chosen holds until they lead anywhere. */
function useS3Service(settings: JsonObject) {
  const [chosen, choose] = useState<S3Service>()
  const known = s3ServiceOf(settings)
  const isOpen = known === 'aws' && settings.host === undefined && (chosen === 'other' || chosen === 'minio')
  return { value: isOpen ? chosen : known, choose }
}

function SignInChoice({
  value,
  onChange,
}: {
  value: 'oauth_doc_id' | 'oauth_app_id'
  onChange: (value: 'oauth_doc_id' | 'oauth_app_id') => void
}) {
  const t = useTranslations('storage.settings.signIn')
  const { isReadOnly } = useStorageDocument()
  return (
    <div className={styles.choice}>
      <span className={styles.label} id="sign-in-as">
        {t('label')}
      </span>
      <Segmented
        aria-label={t('label')}
        isDisabled={isReadOnly}
        options={[
          { value: 'oauth_doc_id', label: t('account') },
          { value: 'oauth_app_id', label: t('app') },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

function useSettingsSchemas(variant: Variant, kind: HandlerKind, hidden: string | undefined, hasHost: boolean) {
  const { form } = useStorageDocument()
  return useMemo(() => {
    const whole = settingsSchema(
      { schema: variant.schema, resolve: form.resolve, definitions: form.schema.definitions },
      handlers[kind].unschemed ?? [],
    )
    const asked = [...handlers[kind].asked, ...(hasHost ? hostSettings : [])]
    const main = asked.filter((key) => key !== hidden)
    const notAdvanced = [...asked, ...pathSettings, 'field_list']
    return {
      main,
      notAdvanced,
      defaults: statedDefaults(whole),
      // Closed: keys that no schema knows stand among the advanced ones.
      mainSchema: { ...withFields(whole, main), additionalProperties: false },
      pathSchema: { ...withFields(whole, pathSettings), additionalProperties: false },
      advancedSchema: withFields(
        whole,
        Object.keys(whole.properties ?? {}).filter((key) => !notAdvanced.includes(key)),
      ),
    }
  }, [variant, kind, hidden, hasHost, form])
}

function statedDefaults({ properties = {} }: FieldSchema): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]): [string, JsonValue][] => {
      const value = statedDefault(subschema(property) ?? {})
      return value === undefined ? [] : [[key, value]]
    }),
  )
}
