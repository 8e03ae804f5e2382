import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import type { LeftOutReason } from './value-work.ts'

/** To which of the chosen values something is not done, and why. */
export function LeftOutNote({ leftOut }: { leftOut: ReadonlyMap<LeftOutReason, number> }) {
  const t = useTranslations('search.choice.leftOut')
  if (leftOut.size === 0) return null
  return (
    <Note tone="warning">
      {[...leftOut].map(([reason, count]) => (
        <p key={reason}>{t(reason, { count })}</p>
      ))}
    </Note>
  )
}
