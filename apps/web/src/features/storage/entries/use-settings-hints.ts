import type { JsonObject } from '@strata/json'
import type { HandlerKind } from '@strata/storage-plan'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import { OptionalSwitch } from '../document/optional-switch.tsx'
import { RegionControl } from '../presets/s3-controls.tsx'
import { s3Notes } from '../presets/s3-notes.ts'

/** What is said of the settings of a kind of back-end beyond their schema, and of what nodes make of them. */
export function useSettingsHints(kind: HandlerKind, settings: JsonObject): FieldHints {
  const t = useTranslations('storage.settings')
  // Compared by what they say: fields are drawn anew where a note changes, and not with every letter.
  const said = JSON.stringify(kind === 's3' ? s3Notes(settings) : {})
  return useMemo(() => {
    const fields = settingsHints(kind, t)
    return { fields: { ...fields, ...withNotes(fields, JSON.parse(said), t) } }
  }, [kind, said, t])
}

function withNotes(
  fields: Readonly<Record<string, FieldHints>>,
  notes: ReturnType<typeof s3Notes>,
  t: TranslateSettings,
): Record<string, FieldHints> {
  return Object.fromEntries(
    Object.entries(notes).map(([key, { text, values }]) => {
      const { description = '', ...hints } = fields[key] ?? {}
      return [key, { ...hints, description: `${description} ${t(`s3Notes.${text}`, values)}`.trim() }]
    }),
  )
}

/** The same, by the name of the setting. */
export function settingsHints(kind: HandlerKind, t: TranslateSettings): Readonly<Record<string, FieldHints>> {
  const words = (name: SettingName): FieldHints => ({
    title: t(`${name}.title`),
    description: t(`${name}.description`),
  })
  const own = ownNames[kind]
  return {
    ...Object.fromEntries(settingNames.map((key): [string, FieldHints] => [key, words(own?.[key] ?? key)])),
    port: { title: t('port.title') },
    scheme: { title: t('scheme.title') },
    account: words('azureAccount'),
    region: { ...words('region'), control: RegionControl },
    bucket_after_host: { ...words('bucket_after_host'), control: OptionalSwitch },
    send_multipart: { ...words('send_multipart'), control: OptionalSwitch },
    base64_encode_data: { ...words('base64_encode_data'), control: OptionalSwitch },
    field_list: words('field_list'),
  }
}

export type TranslateSettings = ReturnType<typeof useTranslations<'storage.settings'>>

const settingNames = [
  'bucket',
  'key',
  'secret',
  'region',
  'host',
  'bucket_access_method',
  'container',
  'oauth_doc_id',
  'oauth_app_id',
  'folder_id',
  'url',
  'verb',
  'folder_base_path',
  'field_separator',
] as const

type SettingName =
  | (typeof settingNames)[number]
  | 'bucket_after_host'
  | 'send_multipart'
  | 'base64_encode_data'
  | 'field_list'
  | 'azureAccount'
  | 'azureKey'
  | 'googleBucket'

/** Settings that mean something of their own for a kind. */
const ownNames: Partial<Record<HandlerKind, Partial<Record<(typeof settingNames)[number], SettingName>>>> = {
  azure: { key: 'azureKey' },
  google_storage: { bucket: 'googleBucket' },
}
