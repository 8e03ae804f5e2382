import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import styles from './item-table.module.css'

interface FieldCellProps {
  texts: FieldTexts
  /** Of the item in whose row it stands. */
  number: number
  children: ReactNode
}

/** A field in a table: named like its column, and for those who cannot see where it stands like its row. */
export function FieldCell({ texts, number, children }: FieldCellProps) {
  const t = useTranslations('schemaForm.list')
  const { id, title, errors } = texts
  const ids = partIds(id)
  return (
    <div className={styles.cell}>
      <label id={ids.label} htmlFor={id} className={styles.cellTitle}>
        {t.rich('cell', { title, number: String(number), hidden: hiddenText })}
      </label>
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

function hiddenText(text: ReactNode) {
  return <span className={styles.hidden}>{text}</span>
}
