import { formatPointer, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { isStorageSecret } from '@strata/kazoo-schemas'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Variant } from '#web/components/schema-form/variants.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { type BackEndKind, mainSettings, unschemedSettings } from '../back-end-kinds.ts'
import { errorsBelow, messageAt } from '../document-errors.ts'
import { objectAt, unsetAt } from '../document-parts.ts'
import { settingsSchema, withFields } from '../settings-schema.ts'
import { settingsWhenUnset } from '../settings-when-unset.ts'
import { Advanced } from './advanced.tsx'
import { useStorageDocument } from './document-context.ts'
import styles from './entry-editor.module.css'
import { EntryFields } from './entry-fields.tsx'
import { useSettingsHints } from './use-settings-hints.ts'

interface BackEndSettingsProps {
  id: string
  kind: BackEndKind
  variant: Variant
  entry: JsonObject
  onChange: (settings: JsonObject) => void
}

/** How files are named, the same for every kind. */
const pathSettings: readonly string[] = ['folder_base_path', 'field_list', 'field_separator']

const signInKeys = ['oauth_doc_id', 'oauth_app_id'] as const

/** How to get to the service: what it cannot do without first, everything else folded away. */
export function BackEndSettings({ id, kind, variant, entry, onChange }: BackEndSettingsProps) {
  const t = useTranslations('storage.settings')
  const { errors } = useStorageDocument()
  const hints = useSettingsHints(kind)
  const settings = objectAt(entry, '/settings')
  const place = formatPointer(['attachments', id, 'settings'])
  const [signIn, setSignIn] = useState<(typeof signInKeys)[number]>(
    Object.hasOwn(settings, 'oauth_app_id') ? 'oauth_app_id' : 'oauth_doc_id',
  )
  const hidden = kind === 'google_storage' ? signInKeys.find((key) => key !== signIn) : undefined
  const schemas = useSettingsSchemas(variant, kind, hidden)
  const isAdvanced = (key: string) => !schemas.notAdvanced.includes(key)
  const isSecret = (path: readonly string[]) =>
    isStorageSecret(['attachments', id, 'settings', ...path], '', { attachments: { [id]: entry } })
  const unset = settingsWhenUnset(kind, settings)
  const shared = {
    value: settings,
    onChange,
    hints,
    isSecret,
    placeholder: (pointer: string, stated: JsonValue | undefined) =>
      unsetText(stated ?? unset[parsePointer(pointer)[0] ?? '']),
    errors: errorsBelow(errors, place),
  }
  const advancedKeys = Object.keys(settings).filter(isAdvanced)

  function unsetText(value: JsonValue | undefined): string {
    return value === undefined || typeof value === 'object' ? '' : t('whenUnset', { value: String(value) })
  }

  function chooseSignIn(next: (typeof signInKeys)[number]) {
    setSignIn(next)
    const other = signInKeys.find((key) => key !== next) ?? next
    if (Object.hasOwn(settings, other)) onChange(unsetAt(settings, formatPointer([other])))
  }

  return (
    <div className={styles.settings}>
      <p className={styles.problem}>{messageAt(errors, place)}</p>
      {kind === 'google_storage' ? <SignInChoice value={signIn} onChange={chooseSignIn} /> : null}
      <EntryFields {...shared} schema={schemas.mainSchema} only={schemas.main} />
      <Advanced
        count={advancedKeys.length}
        hasProblem={shared.errors.some(({ pointer }) => isAdvanced(parsePointer(pointer)[0] ?? '') && pointer !== '')}
      >
        <EntryFields
          {...shared}
          inherited={unsetLists(unset)}
          schema={schemas.advancedSchema}
          hidden={schemas.notAdvanced}
        />
      </Advanced>
    </div>
  )
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

/** Lists show what holds without them; single values do so as placeholders. */
function unsetLists(unset: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(unset).filter(([, value]) => Array.isArray(value)))
}

function useSettingsSchemas(variant: Variant, kind: BackEndKind, hidden: string | undefined) {
  const { form } = useStorageDocument()
  return useMemo(() => {
    const whole = settingsSchema(
      { schema: variant.schema, resolve: form.resolve, definitions: form.schema.definitions },
      unschemedSettings[kind] ?? [],
    )
    const main = mainSettings[kind].filter((key) => key !== hidden)
    const others = Object.keys(whole.properties ?? {}).filter((key) => !mainSettings[kind].includes(key))
    const ownFirst = others.toSorted((a, b) => Number(pathSettings.includes(a)) - Number(pathSettings.includes(b)))
    return {
      main,
      notAdvanced: mainSettings[kind],
      // Closed: keys that no schema knows stand among the advanced ones.
      mainSchema: { ...withFields(whole, main), additionalProperties: false },
      advancedSchema: withFields(whole, ownFirst),
    }
  }, [variant, kind, hidden, form])
}
