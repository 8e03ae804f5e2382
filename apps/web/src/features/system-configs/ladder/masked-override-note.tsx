import type { LeafOperation } from '@strata/layered-config'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'
import type { LeafProvenance } from '../provenance/field-provenance.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import styles from './ladder.module.css'
import { type LadderQuestion, otherNodes, type WayOut, waysOut } from './ladder-facts.ts'

interface MaskedOverrideNoteProps {
  question: LadderQuestion
  facts: LeafProvenance
  isReadOnly: boolean
  onChange: (operations: readonly LeafOperation[]) => void
}

/** Says of an override that the next write over `/v2` drops it, and offers sturdier ways to the same value. */
export function MaskedOverrideNote({ question, facts, isReadOnly, onChange }: MaskedOverrideNoteProps) {
  const t = useTranslations('ladder.masked')
  const phrases = useReadingPhrases()
  if (facts.maskedBy.length === 0) return null
  const ways = waysOut(question, facts)
  return (
    <div className={styles.masked}>
      <Note tone="warning">
        <p>{t('text', { reading: phrases.all(facts.without) })}</p>
        {ways.length === 0 ? null : (
          <>
            <p>{t('sturdier')}</p>
            <ul className={styles.ways}>
              {ways.map((way) => (
                <WayItem key={way.way} way={way} isReadOnly={isReadOnly} onTake={() => onChange(way.operations)} />
              ))}
            </ul>
          </>
        )}
        <Missing question={question} facts={facts} />
      </Note>
    </div>
  )
}

/** Why a way is not offered. */
function Missing({ question: { scope }, facts }: Pick<MaskedOverrideNoteProps, 'question' | 'facts'>) {
  const t = useTranslations('ladder.masked')
  const format = useFormatter()
  const zone = format.list(facts.maskedBy)
  if (facts.isWhole) return <p>{t('whole')}</p>
  if (scope.zone === undefined) return <p>{t('zoneUnknown', { zone })}</p>
  return otherNodes(scope, scope.zone).length === 0 ? <p>{t('noNodes', { zone })}</p> : null
}

const NAMED = 5

interface WayItemProps {
  way: WayOut
  isReadOnly: boolean
  onTake: () => void
}

function WayItem({ way: { way, zone, value, nodes }, isReadOnly, onTake }: WayItemProps) {
  const t = useTranslations('ladder.masked')
  const phrases = useReadingPhrases()
  const format = useFormatter()
  const hidden = nodes.length - NAMED
  const names = [...nodes.slice(0, NAMED), ...(hidden > 0 ? [t('more', { count: hidden })] : [])]
  return (
    <li>
      <Button size="sm" className={styles.way} isDisabled={isReadOnly} onPress={onTake}>
        {t(way, { zone, value: phrases.value(value) })}
      </Button>
      <p className={styles.hint}>{t(`${way}Text`, { count: nodes.length, nodes: format.list(names) })}</p>
    </li>
  )
}
