import { CatchBoundary, Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { Skeleton } from '#web/components/skeleton.tsx'
import styles from './area-layout.module.css'
import { ErrorPage } from './error-page.tsx'

interface AreaLayoutProps {
  list: ReactNode
  /** Whether an entry of the list is open. On a small screen the list and the entry are pages of their own. */
  hasEntry: boolean
}

/** An area of the console: its list beside the page of what was chosen. */
export function AreaLayout({ list, hasEntry }: AreaLayoutProps) {
  return (
    <div className={styles.area} data-shows={hasEntry ? 'entry' : 'list'}>
      <div className={styles.list}>
        {/* A list that fails leaves the page beside it usable. */}
        <CatchBoundary getResetKey={() => 'list'} errorComponent={ErrorPage}>
          <Suspense fallback={<Skeleton lines={10} />}>{list}</Suspense>
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
