import { formatPointer, getAt } from '@strata/json'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './entry-card.module.css'
import { entryRemoval } from './entry-usage.ts'

interface RemoveEntryProps {
  map: EntryMap
  id: string
  title: string
}

/** Takes an entry out of the draft; asks first where routes use it, or where it is stored. */
export function RemoveEntry({ map, id, title }: RemoveEntryProps) {
  const t = useTranslations('storage.removeEntry')
  const { storedFields, layers, kazooVersion, change } = useStorageDocument()
  const [isAsked, setAsked] = useState(false)
  const isStored = getAt(storedFields, formatPointer([map, id])) !== undefined
  const remove = () => change((before) => entryRemoval(withOwnDocument(layers, before), map, id, kazooVersion).document)

  function ask() {
    const { loses, breaks } = entryRemoval(layers, map, id, kazooVersion)
    if (isStored || loses.length + breaks.length > 0) setAsked(true)
    else remove()
  }

  return (
    <>
      <IconButton size="sm" icon={<Trash2 />} label={t('label', { name: title })} onPress={ask} />
      <ConfirmDialog
        title={t('title', { name: title })}
        confirmLabel={t('confirm')}
        tone="danger"
        isOpen={isAsked}
        onConfirm={remove}
        onCancel={() => setAsked(false)}
      >
        {isAsked ? <Consequences map={map} id={id} isStored={isStored} /> : null}
      </ConfirmDialog>
    </>
  )
}

function Consequences({ map, id, isStored }: Pick<RemoveEntryProps, 'map' | 'id'> & { isStored: boolean }) {
  const t = useTranslations('storage.removeEntry')
  const words = useRouteWords()
  const { place, layers, kazooVersion } = useStorageDocument()
  const { loses, breaks } = entryRemoval(layers, map, id, kazooVersion)
  const isShared = place.scope === 'system' || place.scope === 'plan'
  return (
    <div className={styles.question}>
      {loses.length === 0 ? null : <p>{t('inUse', { routes: words.list(loses), count: loses.length })}</p>}
      {breaks.length === 0 ? null : <p>{t('breaks', { routes: words.list(breaks) })}</p>}
      {isStored && isShared ? <p>{t('shared')}</p> : null}
      {isStored && map === 'attachments' ? <p>{t('stored')}</p> : null}
      <p>{t('whenSaved')}</p>
    </div>
  )
}
