import { formatPointer, getAt } from '@strata/json'
import { type Category, keyIn, type LeafOperation, overridingSections, sectionKind } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { LayerChip } from '#web/components/chip.tsx'
import { Term, termTag } from '#web/components/term.tsx'
import { useValueText } from '#web/components/value-text.ts'
import { toNode } from '../node/routes.ts'
import { type LeafProvenance, provenance } from '../provenance/field-provenance.ts'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import type { ProvenanceQuestion } from '../provenance/provenance-question.ts'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { InForce } from './in-force.tsx'
import styles from './ladder.module.css'
import { type Rung, rungsOf } from './ladder-facts.ts'
import { MaskedOverrideNote } from './masked-override-note.tsx'

interface LadderProps {
  question: ProvenanceQuestion
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
            onLeave={onLeave}
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
      <Term term="pin">{t('label')}</Term>. {t('text')}
    </p>
  )
}

interface OverridersProps {
  category: Category
  categoryId: string
  pointer: string
  onLeave: () => void
}

const SHOWN = 20

/** The zones and nodes that do not take a key from `default`, with the way there. */
function Overriders({ category, categoryId, pointer, onLeave }: OverridersProps) {
  const t = useTranslations('ladder.overriders')
  const phrases = useReadingPhrases()
  const all = overridingSections(category.sections, pointer)
  if (all.length === 0) return null
  const valueIn = (section: string) => {
    const value = getAt(category.sections, formatPointer([section]) + pointer)
    return value === undefined ? null : phrases.value(hideSecretsAt(pointer, value))
  }
  return (
    <div className={styles.overriders}>
      <h3>{t('title', { count: all.length })}</h3>
      <ul>
        {all.slice(0, SHOWN).map((section) => (
          <li key={section}>
            <Link {...toCategory(categoryId, { section, key: pointer })} onClick={onLeave}>
              <LayerChip layer={sectionKind(section)}>
                {phrases.layer({ layer: sectionKind(section), section })}
              </LayerChip>
            </Link>
            <code className={styles.value}>{valueIn(section)}</code>
          </li>
        ))}
      </ul>
      {all.length > SHOWN ? <p className={styles.hint}>{t('more', { count: all.length - SHOWN })}</p> : null}
    </div>
  )
}

interface RungItemProps {
  rung: Rung
  isReadOnly: boolean
  onEdit: () => void
  onRemove: () => void
  onLeave: () => void
}

/** One layer: what it says, whether that is in force, and what can be done about it there. */
function RungItem({ rung, isReadOnly, onEdit, onRemove, onLeave }: RungItemProps) {
  const t = useTranslations('ladder.rung')
  const phrases = useReadingPhrases()
  const layer = phrases.layer(rung)
  return (
    <li className={styles.rung} data-layer={rung.layer} data-empty={rung.value === undefined ? '' : undefined}>
      <div className={styles.says}>
        <LayerChip layer={rung.layer}>{layer}</LayerChip>
        <RungValue rung={rung} />
        {rung.inForce === false ? null : <span className={styles.inForce}>{t(standing(rung))}</span>}
      </div>
      {rung.layer === 'schema' ? (
        <p className={styles.hint}>
          {t.rich(rung.value === undefined ? 'noDefault' : 'codeMayDiffer', { builtIn: termTag('builtIn') })}
        </p>
      ) : (
        <div className={styles.actions}>
          <Button size="sm" variant="quiet" aria-label={t('editIn', { layer })} onPress={onEdit}>
            {t('edit')}
          </Button>
          {rung.removal === undefined ? null : (
            <Button size="sm" variant="quiet" isDisabled={isReadOnly} onPress={onRemove}>
              {t('remove', { reading: phrases.all(rung.removal) })}
            </Button>
          )}
          {rung.layer === 'default' ? null : (
            <Link {...toNode(rung.section)} onClick={onLeave}>
              {t(`all.${rung.layer}`)}
            </Link>
          )}
        </div>
      )}
    </li>
  )
}

function standing({ inForce, layer, value }: Rung) {
  if (inForce === 'perhaps') return layer === 'zone' ? 'ifInZone' : 'otherwise'
  return value === undefined ? 'hides' : 'inForce'
}

/** In characters: nearly all values stand whole. */
const LONGEST = 400

function RungValue({ rung }: { rung: Rung }) {
  const t = useTranslations('ladder.rung')
  const text = useValueText(LONGEST)
  if (rung.value !== undefined) return <code className={styles.value}>{text(rung.value)}</code>
  return rung.layer === 'schema' ? null : <span className={styles.unset}>{t('unset')}</span>
}
