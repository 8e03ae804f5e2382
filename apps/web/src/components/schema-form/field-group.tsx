import { ChevronRight } from 'lucide-react'
import { memo, type ReactNode, useContext, useState } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { type FieldAnnotation, useFieldAnnotation } from './field-annotation.tsx'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import { useFormScope } from './form-scope.tsx'
import { OpenedGroups } from './opened-groups.ts'
import styles from './schema-form.module.css'
import { rowStop } from './use-row-keys.ts'

interface FieldGroupProps {
  texts: FieldTexts
  /** Something in it is set. */
  isFilled: boolean
  children: ReactNode
}

/** A group of fields, folded until something in it is set, is sought, or is asked for. */
export function FieldGroup(props: FieldGroupProps) {
  return <Group {...props} annotation={useFieldAnnotation(props.texts.pointer)} />
}

/** Drawn anew only when the group or what is said about it changed. */
const Group = memo(function Group({
  texts,
  isFilled,
  annotation,
  children,
}: FieldGroupProps & { annotation: FieldAnnotation | undefined }) {
  const { id, name, title, description, errors } = texts
  const { isFiltered } = useFormScope()
  const ids = partIds(id)
  const isSought = annotation?.isTarget === true || annotation?.holdsTarget === true
  const isNoted = isFilled || annotation?.mark !== undefined || isSought || errors.length > 0
  const opened = useContext(OpenedGroups)
  const [chosen, setChosen] = useState(opened?.has(texts.pointer) === true ? true : undefined)
  const [wasNoted, setWasNoted] = useState(isNoted)
  if (isNoted && !wasNoted) setWasNoted(true)
  const isOpen = chosen ?? (isFiltered || isNoted || wasNoted)

  function fold() {
    setChosen(!isOpen)
    if (isOpen) opened?.delete(texts.pointer)
    else opened?.add(texts.pointer)
  }

  return (
    <section className={classNames(styles.group, isOpen && styles.open)} aria-labelledby={ids.label}>
      <div className={styles.groupHead} {...rowStop(texts.pointer)}>
        <h3 className={styles.groupTitle}>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={`${id}:content`}
            onClick={fold}
          >
            <ChevronRight aria-hidden="true" />
            <span id={ids.label}>{title}</span>
            {title === name ? null : <code className={styles.key}>{name}</code>}
          </button>
        </h3>
        <div className={styles.note}>{annotation?.note}</div>
      </div>
      <FieldErrors id={id} errors={errors} />
      <div id={`${id}:content`} className={styles.groupContent} hidden={!isOpen}>
        {isOpen ? (
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
