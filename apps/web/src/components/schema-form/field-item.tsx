import type { ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'

/** An item of a list: named for those who cannot see where it stands. */
export function FieldItem({ texts, isGroup, children }: { texts: FieldTexts; isGroup: boolean; children: ReactNode }) {
  const { id, title, errors } = texts
  const ids = partIds(id)
  return (
    <div className={classNames(styles.itemBody, isGroup && styles.itemGroup, errors.length > 0 && styles.badItem)}>
      <label id={ids.label} htmlFor={id} className={isGroup ? styles.itemTitle : styles.hidden}>
        {title}
      </label>
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}
