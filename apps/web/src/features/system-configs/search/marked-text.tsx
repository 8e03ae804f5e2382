import type { ReactNode } from 'react'
import styles from './marked-text.module.css'
import type { TextRange } from './matched-ranges.ts'

interface MarkedTextProps {
  text: string
  ranges: readonly TextRange[]
}

/** A text with the parts marked that it was found by. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  const parts: ReactNode[] = []
  let done = 0
  for (const [start, end] of ranges) {
    parts.push(
      text.slice(done, start),
      <mark key={start} className={styles.mark}>
        {text.slice(start, end)}
      </mark>,
    )
    done = end
  }
  parts.push(text.slice(done))
  return parts
}
