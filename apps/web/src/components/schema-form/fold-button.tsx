import { ChevronRight } from 'lucide-react'
import { classNames } from '#web/lib/class-names.ts'
import folds from '../fold.module.css'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'
import type { Fold } from './use-fold.ts'

interface FoldButtonProps {
  texts: FieldTexts
  fold: Fold
  describedBy?: string
}

/** The name of a group, a list or a map, which opens and closes it. */
export function FoldButton({ texts: { id, title, name }, fold, describedBy }: FoldButtonProps) {
  const ids = partIds(id)
  return (
    <button
      ref={fold.button}
      type="button"
      className={classNames(folds.fold, styles.fold)}
      aria-expanded={fold.isOpen}
      aria-controls={ids.content}
      aria-describedby={describedBy}
      onClick={fold.toggle}
    >
      <ChevronRight aria-hidden="true" />
      <span id={ids.label}>{title}</span>
      {title === name ? null : <code className={styles.key}>{name}</code>}
    </button>
  )
}
