import type { JsonObject } from '@strata/json'
import { useFormatter, useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { type NamingRule, rulesNaming } from '../plan/plan-rules.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import { wholeLayers } from '../plan/whole-layers.ts'
import { isUnused } from './entry-usage.ts'
import styles from './used-by.module.css'

interface UsedByProps {
  map: EntryMap
  id: string
  /** Nothing is amiss where no rule names it: it is always there. */
  isAlwaysThere?: boolean
}

/** Which routes send something to a back-end or connection, each with the way to it; a warning where none does. */
export function UsedBy({ map, id, isAlwaysThere = false }: UsedByProps) {
  const t = useTranslations('storage.backEnds')
  const format = useFormatter()
  const { fields, kazooVersion } = useStorageDocument()
  const rules = rulesNaming(fields, map, id, kazooVersion)
  if (rules.length === 0) return <NoRoute map={map} id={id} isAlwaysThere={isAlwaysThere} fields={fields} />
  const links = rules.map((rule) => <RouteLink key={rule.pointer} rule={rule} />)
  return <span className={styles.usage}>{t.rich('usedBy', { routes: () => format.list(links) })}</span>
}

function NoRoute({ map, id, isAlwaysThere, fields }: Required<UsedByProps> & { fields: JsonObject }) {
  const t = useTranslations('storage.backEnds')
  const { layers, kazooVersion } = useStorageDocument()
  if (isAlwaysThere) return <span className={styles.usage}>{t('unnamedHere')}</span>
  if (!isUnused(wholeLayers(layers, fields), map, id, kazooVersion))
    return <span className={styles.usage}>{t('usedBelow')}</span>
  return (
    <span className={styles.usage}>
      <Chip tone="unsaved" title={t('unusedHelp')}>
        {t('unused')}
      </Chip>
    </span>
  )
}

function RouteLink({ rule }: { rule: NamingRule }) {
  const t = useTranslations('storage.backEnds')
  const words = useRouteWords()
  const { seek } = useStorageDocument()
  const route = words.list([rule])
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('goToRoute', { route, databaseClass: words.classTitle(rule.databaseClass) })}
      onClick={() => seek(rule.pointer)}
    >
      {route}
    </button>
  )
}
