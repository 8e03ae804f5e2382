import { sectionKind } from '@strata/layered-config'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { Chain } from './chain.tsx'
import { DifferenceNote } from './difference-note.tsx'
import type { GroupProvenance, Provenance } from './field-provenance.ts'
import styles from './provenance-note.module.css'
import { ProvenanceRemarks } from './provenance-remarks.tsx'

interface ProvenanceNoteProps {
  section: string
  pointer: string
  facts: Provenance
  isReadOnly: boolean
  onPin: (isPinned: boolean) => void
  /** Moves a value that no node reads to where they look. */
  onMove: () => void
  /** Opens the ladder at an element. */
  onExplain: (anchor: HTMLElement) => void
}

/** What nodes read, which layers say so, and what is to know about it: two short lines. */
export function ProvenanceNote({ section, pointer, facts, isReadOnly, onPin, onMove, onExplain }: ProvenanceNoteProps) {
  const lines = useRef<HTMLDivElement>(null)
  if (facts.kind === 'group') return <GroupNote section={section} facts={facts} />
  return (
    <div className={styles.note}>
      <div ref={lines}>
        {/* Opened below both lines, so that it hides neither. */}
        <Chain facts={facts} onOpen={(chain) => onExplain(lines.current ?? chain)} />
        <ProvenanceRemarks
          facts={facts}
          onPin={isReadOnly ? undefined : onPin}
          onMove={isReadOnly ? undefined : onMove}
        />
      </div>
      <DifferenceNote pointer={pointer} facts={facts} />
    </div>
  )
}

function GroupNote({ section, facts }: { section: string; facts: GroupProvenance }) {
  const t = useTranslations('ladder.remark')
  return (
    <>
      {facts.isUnsaved ? <span className={styles.unsaved}>{t('unsaved')}</span> : null}
      {facts.set === 0 ? null : (
        <LayerChip layer={sectionKind(section)}>{t('groupSet', { count: facts.set })}</LayerChip>
      )}
    </>
  )
}
