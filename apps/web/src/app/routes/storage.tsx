import { createRoute, useLocation } from '@tanstack/react-router'
import { Database } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { AreaLayout } from '../frame/area-layout.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { StorageList } from '../interim/storage-list.tsx'
import { consoleRoute } from './console.tsx'

/** `/storage` and everything below it. */
export const storageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/storage',
  notFoundComponent: NotFoundPage,
  component: function Storage() {
    const { pathname } = useLocation()
    return <AreaLayout list={<StorageList />} hasEntry={pathname !== storageRoute.fullPath} />
  },
})

/** `/storage`: nothing is chosen yet. */
export const storageIndexRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: '/',
  component: function StorageIndex() {
    const t = useTranslations('frame')
    useDocumentTitle(t('areas.storage'))
    return (
      <EmptyState icon={<Database aria-hidden="true" />} title={t('storage.landingTitle')}>
        {t('storage.landing')}
      </EmptyState>
    )
  },
})
