import { CircleAlert, Info, Lock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import styles from './note.module.css'

interface NoteProps {
  tone?: 'info' | 'warning' | 'bad'
  children: ReactNode
  action?: ReactNode
}

const ICONS = { info: <Info />, warning: <TriangleAlert />, bad: <CircleAlert /> }

/** A sentence that concerns everything below it. */
export function Note({ tone = 'info', children, action }: NoteProps) {
  return (
    <div className={classNames(styles.note, styles[tone])} role="note">
      {ICONS[tone]}
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}

/** Says why nothing here can be changed. */
export function ReadOnlyNote({ children }: { children: ReactNode }) {
  return (
    <div className={classNames(styles.note, styles.readOnly)} role="note">
      <Lock />
      <div className={styles.text}>{children}</div>
    </div>
  )
}
