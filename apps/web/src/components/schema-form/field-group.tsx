import { memo, type ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { type FieldAnnotation, useFieldAnnotation } from './field-annotation.tsx'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { FoldButton } from './fold-button.tsx'
import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'
import { type Fold, useFold } from './use-fold.ts'
import { rowStop } from './use-row-keys.ts'

interface FieldGroupProps {
  texts: FieldTexts
  /** Something in it is set, or is wrong. */
  isFilled: boolean
  children: ReactNode
}

/** A group of fields, folded until something in it is set, is sought, or is asked for. */
export function FieldGroup({ isFilled, ...group }: FieldGroupProps) {
  const { pointer, errors } = group.texts
  const annotation = useFieldAnnotation(pointer)
  const isNoted = isFilled || annotation?.mark !== undefined || errors.length > 0
  return <Group {...group} annotation={annotation} fold={useFold({ pointer, annotation, isNoted })} />
}

interface GroupProps extends Omit<FieldGroupProps, 'isFilled'> {
  annotation: FieldAnnotation | undefined
  fold: Fold
}

/** Drawn anew only when the group or what is said about it changed. */
const Group = memo(function Group({ texts, annotation, fold, children }: GroupProps) {
  const { id, pointer, description, errors } = texts
  const ids = partIds(id)
  return (
    <section className={classNames(styles.group, fold.isOpen && styles.open)} aria-labelledby={ids.label}>
      <div className={styles.groupHead} {...rowStop(pointer)}>
        <h3 className={styles.groupTitle}>
          <FoldButton texts={texts} fold={fold} />
        </h3>
        <div className={styles.note}>{annotation?.note}</div>
      </div>
      <FieldErrors id={id} errors={errors} />
      <div ref={fold.content} id={ids.content} className={styles.groupContent} hidden={!fold.isOpen}>
        {fold.wasOpen ? (
          <>
            {description === undefined ? null : (
              <p id={ids.help} className={styles.groupHelp}>
                {description}
              </p>
            )}
            {children}
          </>
        ) : null}
      </div>
    </section>
  )
})
