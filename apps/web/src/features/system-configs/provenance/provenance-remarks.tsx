import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import type { LeafProvenance } from './field-provenance.ts'
import styles from './provenance-note.module.css'

interface ProvenanceRemarksProps {
  facts: LeafProvenance
  /** Undefined where nothing can be changed. */
  onPin: ((isPinned: boolean) => void) | undefined
  /** Likewise. */
  onMove: (() => void) | undefined
}

/** What is to know about a setting beside its value. Most have nothing to say. */
export function ProvenanceRemarks({ facts, onPin, onMove }: ProvenanceRemarksProps) {
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
