import { useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { declaredClasses } from '../conditions/declared-keys.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { objectAt } from '../document/document-parts.ts'
import { chipLayer } from '../plan/use-layer-words.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './map.module.css'
import { MapEdges } from './map-edges.tsx'
import { layoutMap } from './map-layout.ts'
import { MapPlace } from './map-place.tsx'
import { MapRow } from './map-row.tsx'
import { type MapClass, type RoutingMap, routingMap } from './routing-map.ts'

/** Where everything goes, drawn over the draft: a change here is one of the form. */
export function RoutingMapView() {
  const t = useTranslations('storageWhere.map')
  const { layers, knowsBelow, untoldBelow, kazooVersion } = useStorageDocument()
  const shown = useShownClasses()
  const map = useMemo(() => routingMap(layers, shown, kazooVersion), [layers, shown, kazooVersion])
  const more = map.classes.reduce((sum, each) => sum + each.more, untoldBelow)
  const layout = useMemo(() => layoutMap(map), [map])
  const [pointed, setPointed] = useState<string>()
  const [held, setHeld] = useState<string>()
  const lit = litEdges(map, pointed ?? held)

  /** The row or place that something on the map belongs to. */
  const point = ({ target }: { target: EventTarget }) =>
    setPointed(target instanceof Element ? keyOf(target.closest('[data-map-key]')) : undefined)

  return (
    <>
      {knowsBelow ? null : <Note>{t('belowHidden')}</Note>}
      {more > 0 ? <Note>{t('more', { count: String(more) })}</Note> : null}
      <section
        className={styles.map}
        aria-label={t('label')}
        onMouseOver={point}
        onFocus={point}
        onMouseLeave={() => setPointed(undefined)}
        onBlur={() => setPointed(undefined)}
      >
        <Legend isUndecided={hasConditions(map)} />
        <div className={styles.columns}>
          <div className={styles.classes}>
            {map.classes.map((mapClass) => (
              <ClassCard key={mapClass.planClass} mapClass={mapClass} map={map} lit={lit} />
            ))}
          </div>
          <MapEdges layout={layout} places={map.places} lit={lit} />
          <div className={styles.places}>
            {(['files', 'documents'] as const).map((part) => (
              <section key={part} className={styles.part} aria-label={t(`places.${part}`)}>
                <h3 className={styles.heading}>{t(`places.${part}`)}</h3>
                <ul className={styles.list}>
                  {map.places
                    .filter((place) => place.part === part)
                    .map((place) => (
                      <MapPlace
                        key={place.key}
                        place={place}
                        map={map}
                        isDim={lit !== undefined && place.key !== (pointed ?? held) && !leadsTo(map, place.key, lit)}
                        isHeld={held === place.key}
                        onHold={(isHeld) => setHeld(isHeld ? place.key : undefined)}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      </section>
    </>
  )
}

interface ClassCardProps {
  mapClass: MapClass
  map: RoutingMap
  lit: ReadonlySet<string> | undefined
}

function ClassCard({ mapClass: { planClass, rows, isCrashing }, map, lit }: ClassCardProps) {
  const t = useTranslations('storageWhere.map')
  const words = useRouteWords()
  const id = useId()
  return (
    <section className={styles.class} aria-labelledby={id}>
      <h3 id={id} className={styles.classTitle}>
        {words.classTitle(planClass)} <code>{planClass}</code>
        {isCrashing ? <span className={styles.badText}>{t('crashes')}</span> : null}
      </h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <MapRow
            key={row.key}
            row={row}
            places={map.places}
            isDim={lit !== undefined && !row.edges.some((edge) => lit.has(edge.id))}
          />
        ))}
      </ul>
    </section>
  )
}

function hasConditions({ classes }: RoutingMap): boolean {
  return classes.some(({ rows }) => rows.some(({ edges }) => edges.some(({ condition }) => condition !== undefined)))
}

function Legend({ isUndecided }: { isUndecided: boolean }) {
  const t = useTranslations('storageWhere.map.legend')
  const { scope } = useStorageDocument().place
  return (
    <p className={styles.legend}>
      {legendKinds(isUndecided).map((kind) => (
        <span key={kind} className={styles.legendItem}>
          <svg viewBox="0 0 28 8" aria-hidden="true">
            <path
              d="M0 4H28"
              className={classNames(
                styles.edge,
                styles[`legend-${kind}`],
                kind === 'own' && styles[`by-${chipLayer(scope)}`],
              )}
            />
          </svg>
          {t(kind)}
        </span>
      ))}
    </p>
  )
}

function legendKinds(isUndecided: boolean) {
  const kinds = ['own', 'inherited', 'documents', 'dangling'] as const
  return isUndecided ? ([...kinds, 'undecided'] as const) : kinds
}

/** The system's databases are routed by its own document; of the other classes those with rules are shown. */
function useShownClasses(): readonly MapClass['planClass'][] {
  const { place, fields, form } = useStorageDocument()
  const isSystem = place.scope === 'system'
  const plan = objectAt(fields, '/plan')
  const [hasAggregate, hasYearly] = ['aggregate', 'yodb'].map((name) => Object.hasOwn(plan, name))
  return useMemo(
    () =>
      declaredClasses(form).filter((name) => {
        if (name === 'aggregate') return isSystem && hasAggregate
        if (name === 'yodb') return hasYearly
        return name === 'system' ? isSystem : true
      }),
    [form, isSystem, hasAggregate, hasYearly],
  )
}

/** What lights up with a row or place: every edge of its paths. */
function litEdges({ classes }: RoutingMap, key: string | undefined): ReadonlySet<string> | undefined {
  if (key === undefined) return undefined
  const edges = classes.flatMap(({ rows }) =>
    rows.flatMap((row) => row.edges.filter(({ to }) => row.key === key || to === key)),
  )
  return new Set(edges.map(({ id }) => id))
}

function leadsTo({ classes }: RoutingMap, key: string, lit: ReadonlySet<string>): boolean {
  return classes.some(({ rows }) => rows.some(({ edges }) => edges.some(({ id, to }) => to === key && lit.has(id))))
}

function keyOf(element: Element | null): string | undefined {
  return element?.getAttribute('data-map-key') ?? undefined
}
