import { type ReactNode, Suspense } from 'react'
import { Skeleton } from '#web/components/skeleton.tsx'
import styles from './whole-area.module.css'

/** An area of the console that is one page, without a list beside it. */
export function WholeArea({ children }: { children: ReactNode }) {
  return (
    <main className={styles.main} id="content" tabIndex={-1}>
      <Suspense fallback={<Skeleton />}>{children}</Suspense>
    </main>
  )
}
