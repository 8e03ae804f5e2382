import { Database, Server } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { KindIcon, kindOf } from '../entries/back-end-kinds.tsx'
import card from '../entries/entry-card.module.css'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './map.module.css'
import type { MapPlace as Place, RoutingMap } from './routing-map.ts'
import { useMapWords } from './use-map-words.ts'

interface MapPlaceProps {
  place: Place
  map: RoutingMap
  isDim: boolean
  /** Its edges stay lit. */
  isHeld: boolean
  onHold: (isHeld: boolean) => void
}

/** A back-end or connection, and what goes there. */
export function MapPlace({ place, map, isDim, isHeld, onHold }: MapPlaceProps) {
  const t = useTranslations('storageWhere.map')
  const words = useMapWords(map.places)
  const routes = useRouteWords()
  const { key, part, id, entry, state } = place
  const rules = map.classes.flatMap(({ rows }) =>
    rows.flatMap(({ rule, edges }) => (edges.some(({ to }) => to === key) ? [rule] : [])),
  )
  const kind = kindOf({ handler: entry?.handler ?? null })
  return (
    <li data-map-key={key} className={isDim ? styles.dim : undefined}>
      <ToggleButton className={classNames(styles.place, styles[state])} isSelected={isHeld} onChange={onHold}>
        {part === 'files' && id !== undefined ? (
          <KindIcon kind={kind} />
        ) : (
          <span className={card.icon} aria-hidden="true">
            {part === 'files' ? <Database /> : <Server />}
          </span>
        )}
        <span className={styles.placeWords}>
          <span className={styles.placeName}>{words.name(place)}</span>
          <span className={styles.placeAbout}>
            {words.about(place)}
            {state === 'unused' || state === 'elsewhere' ? ` · ${t(state)}` : null}
          </span>
          {rules.length === 0 ? null : (
            <span className={styles.hidden}>{t('receives', { routes: routes.list(rules) })}</span>
          )}
        </span>
      </ToggleButton>
    </li>
  )
}
