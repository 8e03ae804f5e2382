import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { keyText } from '../words/key-text.ts'
import styles from './ladder-aside.module.css'
import { LadderOf, type LadderOfProps } from './ladder-of.tsx'
import type { LadderState } from './use-ladder.ts'

interface LadderAsideProps extends Omit<LadderOfProps, 'pointer' | 'row' | 'onDone'> {
  ladder: LadderState
  /** Of the rows. */
  region: RefObject<HTMLElement | null>
}

/**
 * The ladder of the row where the focus is, open beside the form where the window has the room.
 * - a chain that is pressed leads into it, and Escape back to the row
 * - it follows the focus by itself, so that the form is not drawn anew with each step
 */
export function LadderAside({ ladder, region, ...shown }: LadderAsideProps) {
  const t = useTranslations('ladder')
  const [pointer, setPointer] = useState<string>()
  const aside = useRef<HTMLElement>(null)
  const { place, isOpen, close } = ladder

  useEffect(() => {
    const element = region.current
    function follow({ target }: FocusEvent) {
      const row = target instanceof Element ? explainedRow(target) : null
      if (row !== null) setPointer(row.dataset.row)
    }
    element?.addEventListener('focusin', follow)
    return () => element?.removeEventListener('focusin', follow)
  }, [region])

  useEffect(() => {
    if (!isOpen || place === undefined) return
    setPointer(place.pointer)
    aside.current?.focus()
    close()
  }, [isOpen, place, close])

  const rowOf = (of: string) => region.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(of)}"]`) ?? null
  return (
    <aside
      ref={aside}
      className={styles.aside}
      tabIndex={-1}
      aria-label={pointer === undefined ? t('empty.title') : t('title', { key: keyText(pointer) })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && pointer !== undefined) rowOf(pointer)?.focus()
      }}
    >
      <div className={styles.inSight}>
        {pointer === undefined ? (
          <p className={styles.empty}>{t('empty.text')}</p>
        ) : (
          <LadderOf {...shown} pointer={pointer} row={rowOf(pointer)} onDone={() => rowOf(pointer)?.focus()} />
        )}
      </div>
    </aside>
  )
}

/** The nearest row with a chain: an item of a list has none of its own. */
function explainedRow(element: Element): HTMLElement | null {
  for (let row = element.closest<HTMLElement>('[data-row]'); row !== null; ) {
    const chain = row.querySelector('[data-row-action="provenance"]')
    if (chain?.closest('[data-row]') === row) return row
    row = row.parentElement?.closest<HTMLElement>('[data-row]') ?? null
  }
  return null
}
