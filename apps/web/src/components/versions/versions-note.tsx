import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#web/lib/session.tsx'
import { Button } from '../button.tsx'
import { Note } from '../note.tsx'
import { VersionsDialog } from './versions-dialog.tsx'
import { versionsQuery } from './versions-query.ts'

interface VersionsNoteProps {
  /** The console's own, below which the document's versions lie. */
  path: string
  /** What the page shows: another one is asked about anew. */
  revision: string
  onKept: () => void
}

/** Says that CouchDB keeps several versions of a document, and leads to the choice of one. */
export function VersionsNote({ path, revision, onKept }: VersionsNoteProps) {
  const t = useTranslations('versions')
  const { store } = useSession()
  const { data: found } = useQuery({ ...versionsQuery(path, revision), enabled: store === 'couchdb' })
  const [isOpen, setOpen] = useState(false)
  if (found === undefined || found.conflicts.length === 0) return null
  return (
    <>
      <Note
        tone="warning"
        action={
          <Button size="sm" onPress={() => setOpen(true)}>
            {t('compare')}
          </Button>
        }
      >
        {t('note', { count: found.conflicts.length + 1 })}
      </Note>
      <VersionsDialog path={path} found={found} isOpen={isOpen} onClose={() => setOpen(false)} onKept={onKept} />
    </>
  )
}
