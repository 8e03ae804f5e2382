import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Note } from './note.tsx'

interface ConflictNoteProps {
  /** What became of the document, and that nothing is lost. */
  children: ReactNode
  /** How the way on is called: their version is loaded, the draft kept on top. */
  reloadLabel: string
  onReload: () => void
}

/** The stored document is another one than the draft was made against: nothing is stored, nothing is lost. */
export function ConflictNote({ children, reloadLabel, onReload }: ConflictNoteProps) {
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onPress={onReload}>
          {reloadLabel}
        </Button>
      }
    >
      {children}
    </Note>
  )
}
