import { useTranslations } from 'use-intl'
import type { StorageSearch } from '../routes.ts'
import { StorageDocumentPage } from './storage-document-page.tsx'

/** The storage document of the whole cluster. */
export function SystemStoragePage({ search }: { search: StorageSearch }) {
  const t = useTranslations('storage')
  return (
    <StorageDocumentPage
      place={{ scope: 'system' }}
      search={search}
      title={t('systemTitle')}
      about={t('scope.system')}
    />
  )
}
