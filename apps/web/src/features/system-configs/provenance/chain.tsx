import { deepEqual, type JsonValue } from '@strata/json'
import type { LayerName, LayerValue } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { rowAction } from '#web/components/schema-form/use-row-keys.ts'
import { classNames } from '#web/lib/class-names.ts'
import { type ReadingPhrases, useReadingPhrases } from '../words/use-reading-phrases.ts'
import styles from './chain.module.css'
import type { LeafProvenance } from './field-provenance.ts'
import { heldValue } from './held-value.ts'

interface ChainProps {
  facts: LeafProvenance
  /** Opens the ladder at the chain. */
  onOpen: (chain: HTMLElement) => void
}

/** What nodes read, and the layers it stands on: one line, and the way to the ladder. */
export function Chain({ facts, onOpen }: ChainProps) {
  const phrases = useReadingPhrases()
  const { layer, text } = useLead(facts, phrases)
  return (
    <button
      type="button"
      className={styles.chain}
      aria-haspopup="dialog"
      {...rowAction.provenance}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <span className={classNames(styles.lead, styles[layer])}>{text}</span>
      {restOf(facts).map((piece, index) => (
        <Piece key={piece.section} piece={piece} isStruck={index === 0 && isOverridden(facts, piece.value)} />
      ))}
    </button>
  )
}

function Piece({ piece, isStruck }: { piece: LayerValue; isStruck: boolean }) {
  const t = useTranslations('ladder.chain')
  const phrases = useReadingPhrases()
  const value = phrases.value(piece.value)
  const said = {
    layer: phrases.layer(piece),
    value: () => (isStruck ? <s key="value">{value}</s> : value),
  }
  return <> ← {piece.layer === 'schema' ? t.rich('schema', said) : t.rich('other', said)}</>
}

function useLead(
  { own, chain, readings, readAt, differs, outcome, inherited }: LeafProvenance,
  phrases: ReadingPhrases,
): { layer: LayerName; text: string } {
  const t = useTranslations('ladder.chain')
  const held = heldValue(readings)
  if (held.kind === 'unknown') return { layer: 'zone', text: t('unknown', { readings: phrases.all(readings) }) }
  if (held.kind === 'built-in') {
    const { value: says } = held
    return {
      layer: 'schema',
      text: says === undefined ? t('builtIn') : t('builtInSays', { value: phrases.value(says) }),
    }
  }
  const { layer: reading } = held
  if (held.kind === 'not-read') return { layer: reading.layer, text: t('hidden') }
  const value = phrases.value(held.value)
  if (outcome === 'dropped-as-inherited' && inherited !== undefined) {
    const layer = isOfSchema(chain, inherited.value) ? 'schema' : inherited.layer
    return { layer, text: t('lead', { layer: phrases.layer(inherited), value }) }
  }
  const isOwn = own !== undefined && readAt === undefined && chain[0]?.section === reading.section
  return {
    layer: (isOwn ? differs : !isOfSchema(chain, held.value)) ? reading.layer : 'schema',
    text: isOwn ? t('own', { value }) : t('lead', { layer: phrases.layer(reading), value }),
  }
}

/** Colour is for what differs: an inherited value that equals the schema default has none. */
function isOfSchema(chain: LeafProvenance['chain'], value: JsonValue): boolean {
  const lowest = chain.at(-1)
  return lowest?.layer === 'schema' && deepEqual(lowest.value, value)
}

/** The layers below the one that answers; all of them where none does. */
function restOf({ chain, readings: [reading, ...others] }: LeafProvenance): readonly LayerValue[] {
  if (others.length > 0 || reading.layer === 'built-in') return []
  return reading.value === undefined
    ? chain
    : chain.slice(chain.findIndex(({ section }) => section === reading.section) + 1)
}

/** Whether the value that stands first below the one shown is another, and does not count because of it. */
function isOverridden({ own, readings: [reading] }: LeafProvenance, below: JsonValue): boolean {
  if (reading.layer === 'built-in') return false
  return reading.value === undefined || (own !== undefined && !deepEqual(reading.value, below))
}
