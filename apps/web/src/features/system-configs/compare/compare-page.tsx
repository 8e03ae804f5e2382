import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeftRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { BackLink } from '#web/components/header-links.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { categoryQuery } from '../api/category.ts'
import { CategoryViews } from '../components/category-views.tsx'
import { toCategories } from '../routes.ts'
import styles from './compare-page.module.css'
import { CompareSidePicker } from './compare-side-picker.tsx'
import { Comparison } from './comparison.tsx'
import { type ComparedSide, type CompareSearch, readCompareSearch } from './routes.ts'

/** Two sections beside each other, key by key. */
export function ComparePage({ search }: { search: CompareSearch }) {
  const t = useTranslations('compare')
  const navigate = useNavigate()
  const left = sideOf(search.leftCategory, search.leftSection)
  const right = sideOf(search.rightCategory, search.rightSection)

  function go(part: Record<string, unknown>, replace = false) {
    void navigate({ to: '/compare', search: readCompareSearch({ ...search, ...part }), replace })
  }

  return (
    <Page
      header={
        <>
          <PageHeader
            title={t('title')}
            subtitle={t('subtitle')}
            back={<BackLink {...toCategories()} aria-label={t('back')} />}
            {...(left === undefined ? {} : { actions: <LeftViews left={left} q={search.q} /> })}
          />
          <div className={styles.sides}>
            <CompareSidePicker
              side="left"
              chosen={left}
              onChoose={({ category, section }) =>
                go({
                  leftCategory: category,
                  leftSection: section,
                  // Another section of the same category is what most want to see beside it.
                  rightCategory: search.rightCategory ?? category,
                })
              }
            />
            <IconButton
              icon={<ArrowLeftRight />}
              label={t('swap')}
              isDisabled={left === undefined && right === undefined}
              onPress={() =>
                go({
                  leftCategory: right?.category,
                  leftSection: right?.section,
                  rightCategory: left?.category,
                  rightSection: left?.section,
                })
              }
            />
            <CompareSidePicker
              side="right"
              chosen={right}
              onChoose={({ category, section }) => go({ rightCategory: category, rightSection: section })}
            />
          </div>
        </>
      }
    >
      {left === undefined || right === undefined ? (
        <EmptyState title={t('choose')}>{t('chooseText')}</EmptyState>
      ) : left.category === right.category && left.section === right.section ? (
        <EmptyState title={t('choose')}>{t('sameSides')}</EmptyState>
      ) : (
        <Comparison left={left} right={right} search={search} onSearch={(part) => go(part, true)} />
      )}
    </Page>
  )
}

/** The ways to look at the category of the left side. */
function LeftViews({ left: { category, section }, q }: { left: ComparedSide; q: string | undefined }) {
  const { data } = useQuery(categoryQuery(category))
  return (
    <CategoryViews
      category={category}
      sections={data?.sections ?? {}}
      current="compare"
      kept={{ section, ...(q === undefined ? {} : { q }) }}
    />
  )
}

function sideOf(category: string | undefined, section = 'default'): ComparedSide | undefined {
  return category === undefined ? undefined : { category, section }
}
