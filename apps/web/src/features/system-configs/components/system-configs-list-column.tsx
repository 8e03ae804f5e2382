import type { CategorySummary } from '@strata/api-types'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Gauge } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ListColumn, ListGroup } from '#web/components/list-column.tsx'
import { ListLink } from '#web/components/list-link.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { useIsWaiting } from '#web/lib/draft/use-waiting-drafts.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { categoriesQuery } from '../api/categories.ts'
import { fuzzyFilter } from '../filter/fuzzy-filter.ts'
import { toCategory, toConfigsOverview } from '../routes.ts'
import { toSearch } from '../search/routes.ts'
import { groupCategories } from './category-groups.ts'
import styles from './system-configs-list-column.module.css'

/** Every category there is, stored or known by its schema, with how much is overridden where. */
export function SystemConfigsListColumn({ selected }: { selected: string | undefined }) {
  const t = useTranslations('systemConfigs')
  const { data: categories } = useSuspenseQuery(categoriesQuery())
  const isWaiting = useIsWaiting()
  const [text, setText] = useState('')
  const [which, setWhich] = useState<'all' | 'overridden'>('all')
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  useShortcut({ key: '/', isEnabled: selected === undefined }, () => input.current?.focus())
  const listed = categories.filter(({ overrides }) => which === 'all' || overrides > 0)
  const found = fuzzyFilter(
    listed.map(({ id, title }) => `${id} ${title}`),
    text,
  ).flatMap((index) => listed[index] ?? [])

  /** The category that is meant without doubt: of this name, or the only one that is found. */
  function openMeant() {
    const meant = found.find(({ id }) => id === text.trim()) ?? (found.length === 1 ? found[0] : undefined)
    if (text.trim() !== '' && meant !== undefined) void navigate(toCategory(meant.id))
  }

  return (
    <ListColumn
      title={t('title')}
      filter={
        <>
          <SearchField
            label={t('list.filter')}
            inputRef={input}
            value={text}
            onChange={setText}
            onSubmit={openMeant}
            {...(selected === undefined ? { shortcut: '/' } : {})}
          />
          <Segmented
            aria-label={t('list.which')}
            variant="quiet"
            options={[
              { value: 'all', label: t('list.all') },
              { value: 'overridden', label: t('list.overridden') },
            ]}
            value={which}
            onChange={setWhich}
          />
        </>
      }
      footer={
        <>
          <p>
            {t('list.count', {
              count: categories.length,
              stored: categories.filter(({ stored }) => stored).length,
            })}
          </p>
          <p>
            {t.rich('list.legend', {
              node: (text) => (
                <span key="node" className={styles.node}>
                  {text}
                </span>
              ),
              zone: (text) => (
                <span key="zone" className={styles.zone}>
                  {text}
                </span>
              ),
            })}
          </p>
        </>
      }
    >
      <ListLink {...toConfigsOverview()} className={styles.overview} icon={<Gauge aria-hidden="true" />}>
        {t('list.overview')}
      </ListLink>
      {groupCategories(found).map(({ prefix, categories: members }) => (
        <ListGroup key={prefix ?? ''} title={prefix ?? t('list.other')}>
          {members.map((category) => (
            <CategoryLink
              key={category.id}
              category={category}
              isWaiting={isWaiting(category.id)}
              isCurrent={category.id === selected}
            />
          ))}
        </ListGroup>
      ))}
      {found.length === 0 ? <NoCategory text={text} categories={categories} /> : null}
    </ListColumn>
  )
}

interface CategoryLinkProps {
  category: CategorySummary
  isCurrent: boolean
  /** It has unsaved changes in this browser. */
  isWaiting: boolean
}

function CategoryLink({ category, isCurrent, isWaiting }: CategoryLinkProps) {
  const t = useTranslations('systemConfigs.list')
  const { id, overrides, sections, zones, nodes } = category
  return (
    <ListLink
      {...toCategory(id)}
      isCode
      {...(isWaiting ? { description: t('waiting') } : {})}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      end={
        overrides === 0 ? undefined : (
          <span
            className={nodes > 0 ? styles.node : zones > 0 ? styles.zone : undefined}
            title={t('overrides', { overrides, sections })}
          >
            {sections === 1 ? overrides : t('short', { overrides: String(overrides), sections: String(sections) })}
          </span>
        )
      }
    >
      {id}
    </ListLink>
  )
}

/** Nothing is listed: why, and the ways to settings of that name and to a category that nobody has heard of yet. */
function NoCategory({ text, categories }: { text: string; categories: readonly CategorySummary[] }) {
  const t = useTranslations('systemConfigs.list')
  const links = useTranslations('search.links')
  const name = text.trim()
  if (name === '') return <EmptyState title={t('noOverrides')} />
  const isNew = !name.startsWith('_') && !categories.some(({ id }) => id === name)
  return (
    <EmptyState
      title={t('noMatch', { search: name })}
      action={
        <>
          <Link {...toSearch(name)}>{links('instead', { text: name })}</Link>
          {isNew ? <Link {...toCategory(name)}>{t('open', { name })}</Link> : null}
        </>
      }
    />
  )
}
