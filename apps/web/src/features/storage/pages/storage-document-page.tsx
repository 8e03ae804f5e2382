import type { InheritedStorage } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { BackLink, HeaderLink } from '#web/components/header-links.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { formQuery } from '#web/components/schema-form/form-query.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useSession } from '#web/lib/session.tsx'
import { inheritedStorageQuery } from '../api/inherited-storage.ts'
import { storageDocumentQuery } from '../api/storage-document.ts'
import { DocumentEditor } from '../document/document-editor.tsx'
import { documentsBelow } from '../plan/storage-layers.ts'
import { type StorageSearch, toStorage, toUserStorage } from '../routes.ts'
import { documentPath, type StoragePlace } from './place.ts'
import { unlessForbidden, whyMissing } from './unless-forbidden.ts'

interface StorageDocumentPageProps {
  place: StoragePlace
  search: StorageSearch
  title: string
  /** Whose it is, in a line. */
  about: ReactNode
  /** Links to what lies beside it. */
  links?: ReactNode
  /** Why it cannot be shown, where something beside the document tells. */
  error?: Error | null
}

/** One storage document or plan, whosever it is: loads it with its form and what it stands on. */
export function StorageDocumentPage({ place, search, title, about, links, error = null }: StorageDocumentPageProps) {
  const document = useQuery(storageDocumentQuery(place))
  const form = useQuery(formQuery('storage'))
  const inherited = useQuery(useInherited(place))
  const failure = error ?? whyMissing(document) ?? whyMissing(form) ?? unlessForbidden(whyMissing(inherited))
  // What is inherited may be kept from whoever may edit this: then the form does without.
  const isReady = document.data !== undefined && form.data !== undefined && !inherited.isPending

  if (failure === null && isReady) {
    return (
      <DocumentEditor
        key={documentPath(place)}
        place={place}
        search={search}
        title={title}
        about={about}
        links={links}
        loaded={document.data}
        form={form.data}
        below={documentsBelow(place, inherited.data)}
        knowsBelow={inherited.data !== undefined}
        untoldBelow={untoldRules(inherited.data)}
      />
    )
  }
  const isForbidden = failure !== null && unlessForbidden(failure) === null
  return (
    <Page
      header={
        <PageHeader
          title={title}
          subtitle={about}
          back={<BackLink {...toStorage()} />}
          actions={isForbidden ? null : links}
        />
      }
    >
      {failure === null ? (
        <Skeleton lines={12} />
      ) : (
        <ErrorState
          error={failure}
          onRetry={() => void Promise.all([document.refetch(), form.refetch()])}
          action={isForbidden ? <OwnStorageLink /> : null}
        />
      )}
    </Page>
  )
}

/** The way to the one document that everybody may see. */
function OwnStorageLink() {
  const t = useTranslations('storage.list')
  const { account_id: accountId, user_id: userId } = useSession()
  return userId === null ? null : <HeaderLink {...toUserStorage(accountId, userId)}>{t('ownUser')}</HeaderLink>
}

function untoldRules(inherited: InheritedStorage | undefined): number {
  const { rules, shown } = inherited?.truncated ?? { rules: 0, shown: 0 }
  return rules - shown
}

/** The system's layers are told for every account, so that of whoever looks serves where a place has none. */
function useInherited(place: StoragePlace) {
  const session = useSession()
  const accountId = place.scope === 'system' ? undefined : place.accountId
  return inheritedStorageQuery(accountId ?? session.account_id, place.scope === 'user' ? place.userId : undefined)
}
