import type { RuleReference } from '@strata/storage-plan'
import { useFormatter, useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { referencesTo } from '../plan/plan-rules.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
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
  const references = referencesTo(fields, map, id, kazooVersion)
  if (references.length === 0) return <NoRoute map={map} id={id} isAlwaysThere={isAlwaysThere} />
  const links = references.map((reference) => <RouteLink key={reference.pointer} reference={reference} />)
  return <span className={styles.usage}>{t.rich('usedBy', { routes: () => format.list(links) })}</span>
}

function NoRoute({ map, id, isAlwaysThere }: Required<UsedByProps>) {
  const t = useTranslations('storage.backEnds')
  const { layers, kazooVersion } = useStorageDocument()
  if (isAlwaysThere) return <span className={styles.usage}>{t('unnamedHere')}</span>
  if (!isUnused(layers, map, id, kazooVersion)) return <span className={styles.usage}>{t('usedBelow')}</span>
  return (
    <span className={styles.usage}>
      <Chip tone="unsaved" title={t('unusedHelp')}>
        {t('unused')}
      </Chip>
    </span>
  )
}

function RouteLink({ reference: { rule, pointer } }: { reference: RuleReference }) {
  const t = useTranslations('storage.backEnds')
  const words = useRouteWords()
  const { showPlace } = useStorageDocument()
  const route = words.list([rule])
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('goToRoute', { route, planClass: words.classTitle(rule.planClass) })}
      onClick={() => showPlace(pointer)}
    >
      {route}
    </button>
  )
}
