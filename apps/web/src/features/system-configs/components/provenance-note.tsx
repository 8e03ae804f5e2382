import { sectionKind } from '@strata/layered-config'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Chip, LayerChip } from '#web/components/chip.tsx'
import type { GroupProvenance, LayerValue, LeafProvenance, Provenance } from '../field-provenance.ts'
import { useLayerText, useValueText } from '../use-value-words.ts'
import { ElsewhereNote } from './elsewhere-note.tsx'
import styles from './provenance-note.module.css'

interface ProvenanceNoteProps {
  section: string
  facts: Provenance
  isReadOnly: boolean
  onPin: (isPinned: boolean) => void
  onOpen: (section: string) => void
}

/** What is set here, what that overrides, and from which layer: the inline difference. */
export function ProvenanceNote({ section, facts, isReadOnly, onPin, onOpen }: ProvenanceNoteProps) {
  if (facts.kind === 'group') return <GroupNote section={section} facts={facts} />
  return (
    <>
      {facts.isUnsaved ? <Unsaved facts={facts} /> : null}
      {facts.own === undefined ? <Inherited facts={facts} /> : <Own section={section} facts={facts} />}
      {isReadOnly ? null : <PinButton facts={facts} onPin={onPin} />}
      {facts.elsewhere.length === 0 ? null : (
        <ElsewhereNote section={section} values={facts.elsewhere} onOpen={onOpen} />
      )}
    </>
  )
}

function Unsaved({ facts }: { facts: LeafProvenance }) {
  const t = useTranslations('systemConfigs.note')
  const text = useValueText()
  return (
    <>
      <Chip tone="unsaved">{t('unsaved')}</Chip>
      <span>
        {facts.stored === undefined
          ? t('new')
          : t.rich(facts.own === undefined ? 'removed' : 'was', { value: text(facts.stored), s: struck })}
      </span>
    </>
  )
}

function Own({ section, facts }: { section: string; facts: LeafProvenance }) {
  const t = useTranslations('systemConfigs.note')
  return (
    <>
      {facts.isUnsaved ? null : <LayerChip layer={sectionKind(section)}>{t('setHere')}</LayerChip>}
      <span className={styles.line}>
        <Overridden facts={facts} />
      </span>
    </>
  )
}

function Overridden({ facts }: { facts: LeafProvenance }) {
  const t = useTranslations('systemConfigs.note')
  const text = useValueText()
  const { inherited, own } = facts
  if (inherited === undefined) return null
  const layer = () => <LayerOf key="layer" value={inherited} />
  if (facts.outcome === 'dropped-as-inherited') return t.rich('dropped', { layer })
  if (facts.isPinned) return t.rich('pinned', { layer })
  if (text(inherited.value) === text(own ?? null)) return t.rich('same', { layer })
  const value = text(inherited.value)
  return inherited.layer === 'schema'
    ? t.rich('overridesBuiltIn', { value, s: struck })
    : t.rich('overrides', { value, s: struck, layer })
}

function Inherited({ facts }: { facts: LeafProvenance }) {
  const text = useValueText()
  const layerText = useLayerText()
  if (facts.inherited === undefined) return null
  const chip = ({ layer, value }: LayerValue) => (
    <LayerChip layer={layer}>
      {layerText(layer)} {text(value)}
    </LayerChip>
  )
  return (
    <>
      {chip(facts.inherited)}
      {facts.below === undefined ? null : <>← {chip(facts.below)}</>}
    </>
  )
}

/** Offered where a value would be dropped because it is inherited anyway, and taken back where it was pinned. */
function PinButton({ facts, onPin }: { facts: LeafProvenance; onPin: (isPinned: boolean) => void }) {
  const t = useTranslations('systemConfigs.note')
  if (facts.outcome !== 'dropped-as-inherited' && !facts.isPinned) return null
  return (
    <Button size="sm" variant="quiet" className={styles.button} onPress={() => onPin(!facts.isPinned)}>
      {t(facts.isPinned ? 'unpin' : 'pin')}
    </Button>
  )
}

function GroupNote({ section, facts }: { section: string; facts: GroupProvenance }) {
  const t = useTranslations('systemConfigs.note')
  return (
    <>
      {facts.isUnsaved ? <Chip tone="unsaved">{t('groupUnsaved')}</Chip> : null}
      {facts.set === 0 ? null : (
        <LayerChip layer={sectionKind(section)}>{t('groupSet', { count: facts.set })}</LayerChip>
      )}
    </>
  )
}

function LayerOf({ value }: { value: LayerValue }) {
  const layerText = useLayerText()
  return <LayerChip layer={value.layer}>{layerText(value.layer)}</LayerChip>
}

function struck(value: ReactNode): ReactNode {
  return <s key="value">{value}</s>
}
