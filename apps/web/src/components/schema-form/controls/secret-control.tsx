import type { SecretMarker } from '@strata/api-types'
import { getAt, type JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { KeyRound } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import type { ControlProps } from '../field-hints.ts'
import { useFormScope } from '../form-scope.tsx'
import { shortFingerprint } from '../secret-marker.ts'
import { AddressControl } from './address-control.tsx'
import styles from './controls.module.css'

/**
 * A secret: an address is edited as far as it is shown, anything else only as a whole.
 */
export function SecretControl(control: ControlProps) {
  const stored = useStored(control.pointer, control.value)
  if (stored?.shown !== undefined) return <AddressControl {...control} stored={stored} shown={stored.shown} />
  return <WholeSecret {...control} stored={stored} />
}

interface StoredProps extends ControlProps {
  /** What stands for the secret that is stored. */
  readonly stored: Stored | undefined
}

type Stored = JsonValue & SecretMarker

/**
 * What is stored shows only that it is, by its fingerprint.
 * - Replace takes a new one, Clear takes it away, Keep goes back to the one that was stored
 */
function WholeSecret({ value, inherited, canUnset, stored, ...control }: StoredProps) {
  const t = useTranslations('schemaForm.secret')
  const [isReplacing, setReplacing] = useState(false)
  const isTyped = typeof value === 'string' && value !== ''
  const [wasTyped, setWasTyped] = useState(isTyped)
  if (isTyped !== wasTyped) {
    setWasTyped(isTyped)
    // Saved, undone or discarded: the new text is no longer there to go on with.
    if (isSecretMarker(value)) setReplacing(false)
  }
  const canKeep = stored !== undefined && !isSecretMarker(value)

  function keep() {
    setReplacing(false)
    control.onChange(stored)
  }

  if (isSecretMarker(value) && !isReplacing) {
    return (
      <fieldset className={styles.secret} id={control.id} aria-labelledby={control.labelledBy}>
        <KeyRound aria-hidden="true" />
        <span className={styles.secretText}>
          {t('set')} <code>#{shortFingerprint(value)}</code>
        </span>
        {control.isReadOnly ? null : (
          <>
            <Button variant="quiet" size="sm" onPress={() => setReplacing(true)}>
              {t('replace')}
            </Button>
            {canUnset ? (
              <Button variant="quiet" size="sm" onPress={() => control.onChange(undefined)}>
                {t('clear')}
              </Button>
            ) : null}
          </>
        )}
      </fieldset>
    )
  }

  return (
    <TextField
      id={control.id}
      aria-labelledby={control.labelledBy}
      aria-describedby={control.describedBy}
      className={styles.hiddenText}
      isInvalid={control.isInvalid}
      isReadOnly={control.isReadOnly}
      autoFocus={isReplacing}
      autoComplete="off"
      spellCheck="false"
      rows={1}
      value={typeof value === 'string' ? value : ''}
      placeholder={isReplacing ? t('new') : isSecretMarker(inherited) ? control.placeholder : t('none')}
      onChange={(next) => control.onChange(next === '' ? undefined : next)}
      suffix={
        canKeep || isReplacing ? (
          <Button variant="quiet" size="sm" onPress={keep}>
            {t('keep')}
          </Button>
        ) : undefined
      }
    />
  )
}

/** What stands for the secret that is stored. Where the form does not know what that is, the last that was seen here. */
function useStored(pointer: string, value: JsonValue | undefined): Stored | undefined {
  const { before } = useFormScope()
  const seen = useRef<Stored>(undefined)
  // An address that is being edited keeps the fingerprint of the one that is stored.
  if (isSecretMarker(value) && value.fingerprint !== seen.current?.fingerprint) seen.current = value
  const stored = getAt(before, pointer)
  return before === undefined ? seen.current : isSecretMarker(stored) ? stored : undefined
}
