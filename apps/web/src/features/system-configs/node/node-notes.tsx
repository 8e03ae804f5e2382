import type { NodeDetail } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'

/** What to know first: that the node does not run yet, that its zone is supposed, or that nobody knows it. */
export function NodeNotes({ detail }: { detail: NodeDetail }) {
  const t = useTranslations('node.note')
  const { name, kind, zone, zone_is: zoneIs, assigned_zone: assigned, is_known: isKnown } = detail
  if (kind === 'zone') return <Note>{t('zone', { zone: name })}</Note>
  if (!isKnown) {
    return <Note>{zone === null ? t('newUnplaced', { node: name }) : t('new', { node: name, zone })}</Note>
  }
  if (zoneIs === 'supposed') {
    return <Note tone="warning">{t('supposed', { zone: zone ?? '', assigned: assigned ?? t('nowhere') })}</Note>
  }
  return zoneIs === 'unknown' ? <Note tone="warning">{t('unknownZone')}</Note> : null
}
