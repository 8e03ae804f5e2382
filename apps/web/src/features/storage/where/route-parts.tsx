import type { RouteTarget } from '@strata/api-types'
import type { Decider } from '@strata/storage-plan'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { CopyButton } from '#web/components/copy-button.tsx'
import { chipLayer } from '../plan/use-layer-words.ts'
import type { DecidedAnswer } from './route-answer.ts'
import { usePlaceParts, useWhereWords } from './use-where-words.ts'
import styles from './where.module.css'

/** Every part of an answer, with the layer that decided it. */
export function RouteParts({ answer }: { answer: DecidedAnswer }) {
  const t = useTranslations('storageWhere.answer')
  const words = useWhereWords(answer.layers)
  const { back_end: backEnd, connection } = answer
  const places = usePlaceParts(backEnd)
  // Of a back-end that nothing defines nobody knows how it would name a file.
  const isKnown = backEnd !== null && backEnd.handler !== null
  const path = isKnown && !isInAddress(backEnd.target) ? backEnd.target.path : null
  const server = [connection.host?.value, connection.port?.value].filter(Boolean).join(':')

  const part = (title: string, value: ReactNode, by: Decider | null | undefined) => (
    <div key={title} className={styles.part}>
      <dt>{title}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {by === undefined ? null : (
          <LayerChip layer={chipLayer(by?.layer)}>{words.chip(by?.layer ?? 'built-in')}</LayerChip>
        )}
      </dd>
    </div>
  )

  return (
    <dl className={styles.parts}>
      {part(t('parts.backEnd'), backEnd === null ? t('couch') : words.backEnd(backEnd), backEnd?.id.by ?? null)}
      {places.map(({ title, value, by }) => part(title, <code>{value}</code>, by))}
      {part(
        t('parts.connection'),
        <>
          {connection.name?.value ?? connection.id.value}
          {server === '' ? null : <code> {server}</code>}
        </>,
        connection.id.by,
      )}
      {path === null ? null : (
        <div className={styles.address}>
          <dt>{t('parts.path')}</dt>
          <dd>
            <code>{path}</code>
          </dd>
        </div>
      )}
      {backEnd === null || backEnd.target.host_header === null ? null : (
        <div className={styles.address}>
          <dt>{t('parts.host_header')}</dt>
          <dd>
            <code>{backEnd.target.host_header}</code>
          </dd>
        </div>
      )}
      {backEnd === null || backEnd.target.url === null ? null : (
        <div className={styles.address}>
          <dt>{t('parts.address')}</dt>
          <dd>
            <code>
              {backEnd.target.method} {backEnd.target.url}
            </code>
            <CopyButton text={backEnd.target.url} label={t('copyAddress')} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Addresses of drives say nothing of where in it a file lies. */
function isInAddress({ url, path }: RouteTarget): boolean {
  const name = path?.slice(path.lastIndexOf('/') + 1) ?? ''
  return url?.includes(name) ?? false
}
