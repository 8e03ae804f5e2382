import { useNavigate } from '@tanstack/react-router'
import { EllipsisVertical, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import { CopyButton } from '#web/components/copy-button.tsx'
import { BackLink } from '#web/components/header-links.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem } from '#web/components/menu.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import type { StoredStorage } from '../api/storage-document.ts'
import { TouchedFact } from '../assign/touched-fact.tsx'
import { documentId } from '../pages/place.ts'
import { type StorageSearch, toStorage } from '../routes.ts'
import { useStorageDocument } from './document-context.ts'
import styles from './document-header.module.css'
import { RemoveDocumentDialog } from './remove-document-dialog.tsx'

interface DocumentHeaderProps {
  title: string
  about: ReactNode
  links: ReactNode
  stored: StoredStorage | null
  search: StorageSearch
}

/** Whose document it is, which revision, and the ways to look at it. */
export function DocumentHeader({ title, about, links, stored, search }: DocumentHeaderProps) {
  const t = useTranslations('storage')
  const where = useTranslations('storageWhere')
  const navigate = useNavigate()
  const { place, isReadOnly } = useStorageDocument()
  const [isRemoving, setRemoving] = useState(false)
  const id = documentId(place)
  return (
    <>
      <PageHeader
        title={title}
        back={<BackLink {...toStorage()} />}
        subtitle={
          <span className={styles.facts}>
            <span>{about}</span>
            {id === undefined ? null : (
              <span className={styles.id}>
                <code title={id}>{shortId(id)}</code>
                <CopyButton text={id} label={t('copyId')} />
              </span>
            )}
            {stored === null ? (
              <Chip>{t('noDocument')}</Chip>
            ) : (
              <span title={stored.revision}>{t('revision', { number: revisionNumber(stored) })}</span>
            )}
            {place.scope === 'user' ? <FollowedPlan /> : null}
            <TouchedFact />
          </span>
        }
        actions={
          <>
            {links}
            <Segmented
              aria-label={t('views.label')}
              variant="quiet"
              options={[
                { value: 'form', label: t('views.form') },
                { value: 'map', label: where('map.view') },
                { value: 'json', label: t('views.json') },
              ]}
              value={search.view ?? 'form'}
              onChange={(next) => void navigate({ to: '.', search: withView(search, next), replace: true })}
            />
            {stored === null || isReadOnly ? null : (
              <Menu
                aria-label={t('removeDocument.menu')}
                trigger={<IconButton label={t('removeDocument.menu')} icon={<EllipsisVertical />} />}
              >
                <MenuItem tone="danger" icon={<Trash2 />} onAction={() => setRemoving(true)}>
                  {t(place.scope === 'plan' ? 'removeDocument.planItem' : 'removeDocument.item')}
                </MenuItem>
              </Menu>
            )}
          </>
        }
      />
      {stored === null ? null : (
        <RemoveDocumentDialog name={title} stored={stored} isOpen={isRemoving} onClose={() => setRemoving(false)} />
      )}
    </>
  )
}

function withView({ view: _, ...rest }: StorageSearch, view: 'form' | 'map' | 'json'): StorageSearch {
  return view === 'form' ? rest : { ...rest, view }
}

/** Enough of a long id to tell it from others; the button beside it copies all of it. */
function shortId(id: string): string {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id
}

/** The plan that counts below the document of a user; an account's page says more of it. */
function FollowedPlan() {
  const t = useTranslations('storage')
  const { layers } = useStorageDocument()
  const plan = layers.find(({ name }) => name === 'plan')
  return plan === undefined ? null : <span>{t('followsPlan', { name: plan.title ?? '' })}</span>
}

/** How many times a document was stored: what of its revision a person reads. */
function revisionNumber({ revision }: StoredStorage): string {
  return revision.split('-')[0] ?? revision
}
