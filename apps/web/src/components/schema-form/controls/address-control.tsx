import type { SecretMarker } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { keptAddress, secretMask } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { shortFingerprint } from '../secret-marker.ts'

interface AddressControlProps extends ControlProps {
  /** What stands for the address that is stored. */
  readonly stored: JsonValue & SecretMarker
  readonly shown: string
}

/**
 * An address whose secrets the server keeps to itself.
 * - what reads ••• is kept with whatever else is edited, and replaced by typing over it
 * - without any ••• it is an address like any other
 */
export function AddressControl({ value, stored, shown, ...control }: AddressControlProps) {
  const t = useTranslations('schemaForm.secret')
  const text = isSecretMarker(value) ? (value.shown ?? '') : typeof value === 'string' ? value : ''

  function change(next: string): void {
    if (next === '') control.onChange(undefined)
    else if (next === shown) control.onChange(stored)
    else control.onChange(next.includes('•') ? { $secret: 'set', fingerprint: stored.fingerprint, shown: next } : next)
  }

  return (
    <TextField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      description={t(wordsFor(text, shown))}
      isInvalid={control.isInvalid}
      isReadOnly={control.isReadOnly}
      autoComplete="off"
      spellCheck="false"
      value={text}
      placeholder={t('none')}
      onChange={change}
      prefix={<KeyRound aria-hidden="true" />}
      suffix={
        text === shown ? (
          <code>#{shortFingerprint(stored)}</code>
        ) : (
          <Button variant="quiet" size="sm" onPress={() => control.onChange(stored)}>
            {t('keep')}
          </Button>
        )
      }
    />
  )
}

/** What becomes of the stored secrets. */
function wordsFor(text: string, shown: string) {
  if (!text.includes(secretMask)) return 'addressReplaced'
  const result = keptAddress(text, shown)
  return 'refusal' in result && result.refusal === 'other-server' ? 'addressElsewhere' : 'addressKept'
}
