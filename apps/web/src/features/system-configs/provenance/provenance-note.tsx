import { sectionKind } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { Chain } from './chain.tsx'
import { DifferenceNote } from './difference-note.tsx'
import type { GroupProvenance, LeafProvenance, Provenance } from './field-provenance.ts'
import styles from './provenance-note.module.css'
import type { RefusedValue } from './use-refused-below.ts'

interface ProvenanceNoteProps {
  section: string
  pointer: string
  facts: Provenance
  /** What is inherited here although the schema refuses it. */
  refused: RefusedValue | undefined
  category: string
  isReadOnly: boolean
  onPin: (isPinned: boolean) => void
  /** Moves a value that no node reads to where they look. */
  onMove: () => void
  /** Opens the ladder at an element. */
  onExplain: (anchor: HTMLElement) => void
}

/** What nodes read, which layers say so, and what is to know about it: two short lines. */
export function ProvenanceNote(props: ProvenanceNoteProps) {
  const { section, pointer, facts, refused, category, isReadOnly, onPin, onMove, onExplain } = props
  const lines = useRef<HTMLDivElement>(null)
  if (facts.kind === 'group') return <GroupNote section={section} facts={facts} />
  return (
    <div className={styles.note}>
      <div ref={lines}>
        {/* Opened below both lines, so that it hides neither. */}
        <Chain facts={facts} onOpen={(chain) => onExplain(lines.current ?? chain)} />
        {refused === undefined ? null : <Refused refused={refused} category={category} />}
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

/** A value from elsewhere cannot be mended here, so the way to it stands beside it. */
function Refused({ refused, category }: { refused: RefusedValue; category: string }) {
  const t = useTranslations('ladder.remark')
  const { section, pointer, message } = refused
  const layer = useReadingPhrases().layer(refused)
  return (
    <div className={styles.remarks}>
      <span className={styles.warning}>
        <TriangleAlert aria-hidden="true" />
        {t('refused', { layer, message })}
      </span>
      <Link
        className={styles.button}
        {...toCategory(category, { ...(section === 'default' ? {} : { section }), key: pointer })}
      >
        {t('mend', { layer })}
      </Link>
    </div>
  )
}

function GroupNote({ section, facts }: { section: string; facts: GroupProvenance }) {
  const t = useTranslations('ladder.remark')
  return (
    <>
      {facts.isUnsaved ? <span className={styles.unsaved}>{t('unsaved')}</span> : null}
      {facts.set === 0 ? null : (
        <LayerChip layer={facts.differing > 0 ? sectionKind(section) : 'schema'}>
          {t('groupSet', { count: facts.set })}
        </LayerChip>
      )}
    </>
  )
}

interface ProvenanceRemarksProps {
  facts: LeafProvenance
  /** Undefined where nothing can be changed. */
  onPin: ((isPinned: boolean) => void) | undefined
  /** Likewise. */
  onMove: (() => void) | undefined
}

/** What is to know about a setting beside its value. Most have nothing to say. */
function ProvenanceRemarks({ facts, onPin, onMove }: ProvenanceRemarksProps) {
  const t = useTranslations('ladder.remark')
  const phrases = useReadingPhrases()
  const { api, maskedBy, overriddenBy } = facts
  const [zone] = maskedBy
  const remarks = [
    facts.isUnsaved ? <Unsaved key="unsaved" facts={facts} /> : null,
    zone === undefined ? null : (
      <span key="masked" className={styles.warning}>
        <TriangleAlert aria-hidden="true" />
        {t('masked', { count: maskedBy.length, zone: phrases.layer({ layer: 'zone', section: zone }) })}
      </span>
    ),
    <Unread key="unread" facts={facts} onMove={onMove} />,
    <Standing key="standing" facts={facts} onPin={onPin} />,
    <Hidden key="hidden" facts={facts} />,
    api === undefined ? null : (
      <span key="api">{t('api', { value: api.value === undefined ? t('nothing') : phrases.value(api.value) })}</span>
    ),
    overriddenBy === 0 ? null : <span key="overridden">{t('overridden', { count: overriddenBy })}</span>,
  ]
  return <div className={styles.remarks}>{remarks}</div>
}

function Unsaved({ facts }: { facts: LeafProvenance }) {
  const t = useTranslations('ladder.remark')
  const { value } = useReadingPhrases()
  const { own, stored } = facts
  return (
    <>
      <span className={styles.unsaved}>{t('unsaved')}</span>
      <span>
        {stored === undefined
          ? t('new')
          : t.rich(own === undefined ? 'removed' : 'was', { value: value(stored), s: struck })}
      </span>
    </>
  )
}

/** What is set here is read by nobody; where nothing is set, only where nodes look instead. */
function Unread({ facts: { own, readAt, chain }, onMove }: Pick<ProvenanceRemarksProps, 'facts' | 'onMove'>) {
  const t = useTranslations('ladder.remark')
  if (readAt === undefined) return null
  const key = keyText(readAt)
  if (own === undefined) return <span>{t('readAt', { key })}</span>
  const isFree = chain.every(({ layer }) => layer === 'schema')
  return (
    <>
      <span className={styles.warning}>
        <TriangleAlert aria-hidden="true" />
        {t('unread', { key })}
      </span>
      {onMove === undefined || !isFree ? null : (
        <button type="button" className={styles.button} onClick={onMove}>
          {t('move')}
        </button>
      )}
    </>
  )
}

/** How what is set here stands to what would hold without it. */
function Standing({ facts, onPin }: Pick<ProvenanceRemarksProps, 'facts' | 'onPin'>) {
  const t = useTranslations('ladder.remark')
  const phrases = useReadingPhrases()
  const { own, inherited, outcome, isPinned, isPin, maskedBy, isNoise } = facts
  if (own === undefined) return null
  const isDropped = outcome === 'dropped-as-inherited'
  if (inherited !== undefined && (isDropped || isPinned)) {
    const layer = phrases.layer(inherited)
    return (
      <>
        <span>{isDropped ? t('dropped', { layer }) : t('pinned', { layer })}</span>
        {onPin === undefined ? null : (
          <button type="button" className={styles.button} onClick={() => onPin(!isPinned)}>
            {t(isPinned ? 'unpin' : 'pin')}
          </button>
        )}
      </>
    )
  }
  if (isPin && maskedBy.length === 0) return <span>{t('pinOfSchema')}</span>
  return isNoise ? <span>{t('same')}</span> : null
}

function Hidden({ facts: { readings } }: { facts: LeafProvenance }) {
  const t = useTranslations('ladder.remark')
  const phrases = useReadingPhrases()
  const [reading, ...others] = readings
  if (others.length > 0 || reading.layer === 'built-in' || reading.value !== undefined) return null
  return <span>{t('hidden', { layer: phrases.layer(reading) })}</span>
}

function struck(value: ReactNode) {
  return <s key="value">{value}</s>
}
