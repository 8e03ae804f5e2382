import { keyIn, readPointer } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { LeafProvenance } from '../provenance/field-provenance.ts'
import type { Scope } from '../provenance/use-scope.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import styles from './ladder.module.css'

interface InForceProps {
  facts: LeafProvenance
  scope: Scope
  pointer: string
  onLeave: () => void
}

/** What nodes read, every possibility where nobody knows the zone, and what the API makes of the same. */
export function InForce({ facts, scope, pointer, onLeave }: InForceProps) {
  const t = useTranslations('ladder')
  const phrases = useReadingPhrases()
  const [reading] = facts.readings
  const isHere = facts.own !== undefined && reading.layer === scope.kind && reading.value !== undefined
  const said = isHere ? t('reading.setHere', { value: phrases.value(reading.value) }) : phrases.from(reading)
  return (
    <>
      {facts.readings.length === 1 ? (
        <p className={styles.force}>{t.rich(`force.${scope.kind}`, { reading: said, b: bold })}</p>
      ) : (
        <Possibilities facts={facts} scope={scope} onLeave={onLeave} />
      )}
      {facts.isWhole ? <p className={styles.note}>{t('whole', { parent: parentOf(scope, pointer) })}</p> : null}
      {facts.api === undefined ? null : <ApiNote facts={facts} value={facts.api.value} />}
    </>
  )
}

function Possibilities({ facts, scope, onLeave }: Omit<InForceProps, 'pointer'>) {
  const t = useTranslations('ladder.unknown')
  const phrases = useReadingPhrases()
  return (
    <div className={styles.unknown}>
      <p>{t('text', { node: scope.section })}</p>
      <ul>
        {facts.readings.map((reading) => (
          <li key={reading.zone ?? ''}>
            <b>{phrases.from(reading)}</b> {reading.zone === undefined ? t('none') : t('zone', { zone: reading.zone })}
          </li>
        ))}
      </ul>
      <Link to="/topology" onClick={onLeave}>
        {t('assign')}
      </Link>
    </div>
  )
}

function ApiNote({ facts, value }: { facts: LeafProvenance; value: NonNullable<LeafProvenance['api']>['value'] }) {
  const t = useTranslations('ladder.api')
  const phrases = useReadingPhrases()
  const reason = facts.readings.some((one) => one.value === null) ? 'null' : facts.isWhole ? 'whole' : 'zone'
  const shown = value === undefined ? t('absent') : phrases.value(value)
  return <p className={styles.note}>{t.rich(reason, { value: shown, b: bold })}</p>
}

/** What is read whole: the key itself, or an object around it. */
function parentOf(scope: Scope, pointer: string): string {
  const key = keyIn(scope, pointer)
  return keyText(readPointer(key, scope.readsMembers) ?? key)
}

function bold(text: ReactNode) {
  return <b key="b">{text}</b>
}
