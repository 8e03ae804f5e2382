import { CatchBoundary, Outlet } from '@tanstack/react-router'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { listFold } from '#web/lib/list-fold.ts'
import { useStoredChoice } from '#web/lib/stored-choice.ts'
import styles from './area-layout.module.css'
import { ErrorPage } from './error-page.tsx'

interface AreaLayoutProps {
  list: ReactNode
  /** Stands in the list's place until there is one. */
  pendingList: ReactNode
  /** Whether an entry of the list is open. On a small screen the list and the entry are pages of their own. */
  hasEntry: boolean
}

/** An area of the console: its list, unless it was folded away, beside the page of what was chosen. */
export function AreaLayout({ list, pendingList, hasEntry }: AreaLayoutProps) {
  const t = useTranslations('frame.list')
  const isFolded = useStoredChoice(listFold) === 'folded'
  return (
    <div className={styles.area} data-shows={hasEntry ? 'entry' : 'list'} data-list={isFolded ? 'folded' : 'shown'}>
      <div className={styles.list}>
        <IconButton
          icon={isFolded ? <PanelLeftOpen /> : <PanelLeftClose />}
          size="sm"
          label={t(isFolded ? 'show' : 'fold')}
          aria-expanded={!isFolded}
          className={styles.fold}
          onPress={() => listFold.set(isFolded ? 'shown' : 'folded')}
        />
        {/* A list that fails leaves the page beside it usable. */}
        <CatchBoundary getResetKey={() => 'list'} errorComponent={ErrorPage}>
          <Suspense fallback={pendingList}>{list}</Suspense>
        </CatchBoundary>
      </div>
      <main className={styles.main} id="content" tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
