import { useState } from 'react'
import { useTranslations } from 'use-intl'
import styles from './node-table.module.css'

/** Characters of a value that stand in its row. */
const SHOWN = 120

/** A value, of which what is long is opened when it is asked for. */
export function FoldedText({ text }: { text: string }) {
  const t = useTranslations('node.reading')
  const [isOpen, setOpen] = useState(false)
  if (text.length <= SHOWN) return text
  return (
    <>
      {isOpen ? text : `${text.slice(0, SHOWN)}…`}{' '}
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('less') : t('more')}
      </button>
    </>
  )
}
