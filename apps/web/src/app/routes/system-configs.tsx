import { createRoute, useLocation } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { AreaLayout } from '../frame/area-layout.tsx'
import { ForbiddenPage } from '../frame/forbidden-page.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { CategoryList } from '../interim/category-list.tsx'
import { consoleRoute } from './console.tsx'

/** `/system-configs` and everything below it: for superduper admins. */
export const systemConfigsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/system-configs',
  notFoundComponent: NotFoundPage,
  component: function SystemConfigs() {
    const { pathname } = useLocation()
    if (!useSession().is_superduper_admin) return <ForbiddenPage />
    return <AreaLayout list={<CategoryList />} hasEntry={pathname !== systemConfigsRoute.fullPath} />
  },
})

/** `/system-configs`: nothing is chosen yet. */
export const systemConfigsIndexRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '/',
  component: function SystemConfigsIndex() {
    const t = useTranslations('frame')
    useDocumentTitle(t('areas.systemConfigs'))
    return (
      <EmptyState icon={<SlidersHorizontal aria-hidden="true" />} title={t('areas.systemConfigs')}>
        {t('systemConfigs.landing')}
      </EmptyState>
    )
  },
})
