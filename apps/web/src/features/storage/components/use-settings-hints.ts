import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { BackEndKind } from '../back-end-kinds.ts'
import { RegionControl } from '../presets/region-control.tsx'
import { OptionalSwitch } from './optional-switch.tsx'

/** What is said of the settings of a kind of back-end beyond their schema. */
export function useSettingsHints(kind: BackEndKind): FieldHints {
  const t = useTranslations('storage.settings')
  return useMemo(() => ({ fields: settingsHints(kind, t) }), [kind, t])
}

/** The same, by the name of the setting. */
export function settingsHints(kind: BackEndKind, t: TranslateSettings): Readonly<Record<string, FieldHints>> {
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
const ownNames: Partial<Record<BackEndKind, Partial<Record<(typeof settingNames)[number], SettingName>>>> = {
  azure: { key: 'azureKey' },
  google_storage: { bucket: 'googleBucket' },
}
