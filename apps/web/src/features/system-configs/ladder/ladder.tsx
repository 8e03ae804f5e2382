import { keyIn, type LeafOperation } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { type LeafProvenance, provenance, type Question } from '../provenance/field-provenance.ts'
import { keyText } from '../words/key-text.ts'
import { InForce } from './in-force.tsx'
import styles from './ladder.module.css'
import { rungsOf } from './ladder-facts.ts'
import { MaskedOverrideNote } from './masked-override-note.tsx'
import { Overriders } from './overriders.tsx'
import { RungItem } from './rung-item.tsx'

interface LadderProps {
  question: Question
  categoryId: string
  isReadOnly: boolean
  /** Goes to the key in a section. */
  onEdit: (section: string) => void
  onChange: (operations: readonly LeafOperation[]) => void
  /** The page is left by a link. */
  onLeave: () => void
}

/** What each layer says of a key, what nodes read of it, and the ways to change that. */
export function Ladder({ question, categoryId, isReadOnly, onEdit, onChange, onLeave }: LadderProps) {
  const t = useTranslations('ladder')
  const { scope, pointer, drafted: category } = question
  const facts = provenance(question)
  if (facts.kind === 'group') return null
  return (
    <div className={styles.ladder}>
      <code className={styles.key}>{keyText(keyIn(scope, pointer))}</code>
      <InForce facts={facts} scope={scope} pointer={pointer} onLeave={onLeave} />
      <ol className={styles.rungs} aria-label={t('rungs')}>
        {rungsOf({ category, scope, pointer }, facts).map((rung) => (
          <RungItem
            key={rung.section}
            rung={rung}
            isReadOnly={isReadOnly}
            onEdit={() => onEdit(rung.section)}
            onRemove={() => onChange([{ section: rung.section, pointer: rung.pointer, op: 'remove' }])}
          />
        ))}
      </ol>
      <PinNote facts={facts} />
      <MaskedOverrideNote
        question={{ category, scope, pointer }}
        facts={facts}
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
      {scope.kind === 'default' ? (
        <Overriders category={category} categoryId={categoryId} pointer={keyIn(scope, pointer)} onLeave={onLeave} />
      ) : null}
    </div>
  )
}

function PinNote({ facts }: { facts: LeafProvenance }) {
  const t = useTranslations('ladder.pin')
  if (!facts.isPin || facts.maskedBy.length > 0 || facts.outcome === 'dropped-as-inherited') return null
  return (
    <p className={styles.note}>
      <b>{t('label')}.</b> {t('text')}
    </p>
  )
}
