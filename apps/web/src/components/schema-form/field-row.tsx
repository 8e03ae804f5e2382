import { Braces, RotateCcw, Trash2 } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { type FieldAnnotation, useFieldAnnotation } from './field-annotation.tsx'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'
import { enterRow, rowAction, rowStop } from './use-row-keys.ts'

interface FieldRowProps {
  texts: FieldTexts
  /** The control stands below the label and takes the whole width. */
  isBlock: boolean
  /** Takes an entry away where the page offers no reset of its own. */
  onRemove: (() => void) | undefined
  onAsJson: (() => void) | undefined
  children: ReactNode
}

/** One field: what it is, its control, what the page says about it, and the way back. */
export function FieldRow(props: FieldRowProps) {
  return <Row {...props} annotation={useFieldAnnotation(props.texts.pointer)} />
}

/** Drawn anew only when the field or what is said about it changed, not with every keystroke in another field. */
const Row = memo(function Row({
  texts,
  isBlock,
  onRemove,
  onAsJson,
  annotation,
  children,
}: FieldRowProps & { annotation: FieldAnnotation | undefined }) {
  const t = useTranslations('schemaForm.row')
  const { id, pointer, name, title, description, errors, isRequired } = texts
  const ids = partIds(id)
  const row = useRef<HTMLDivElement>(null)
  const isBad = errors.length > 0
  const reset = annotation?.reset

  useEffect(() => {
    if (annotation?.isTarget === true) bringIntoSight(row.current)
  }, [annotation?.isTarget])

  return (
    <div
      ref={row}
      className={classNames(
        styles.row,
        isBlock && styles.block,
        annotation?.mark !== undefined && styles[annotation.mark],
        isBad && styles.bad,
        annotation?.isTarget && styles.target,
      )}
      data-pointer={pointer}
      {...rowStop(pointer)}
    >
      <div className={styles.what}>
        <div className={styles.names}>
          <label id={ids.label} htmlFor={id} className={styles.title}>
            {title}
          </label>
          {title === name ? null : <code className={styles.key}>{name}</code>}
          {isRequired ? <span className={styles.required}>{t('required')}</span> : null}
        </div>
        <p id={ids.help} className={styles.help}>
          {description}
        </p>
      </div>
      <div className={styles.control} data-control="">
        {children}
        <FieldErrors id={id} errors={errors} />
      </div>
      <div className={styles.note}>
        {isBad ? <span className={styles.invalid}>{t('invalid')}</span> : null}
        {annotation?.note}
      </div>
      <div className={styles.actions}>
        {onAsJson === undefined ? null : (
          <IconButton size="sm" icon={<Braces />} label={t('asJson', { title })} onPress={onAsJson} />
        )}
        {reset !== undefined ? (
          <IconButton
            size="sm"
            icon={<RotateCcw />}
            label={reset.label}
            aria-describedby={ids.label}
            {...rowAction.reset}
            onPress={() => {
              reset.run()
              // The button goes with what it took away.
              row.current?.focus({ preventScroll: true })
            }}
          />
        ) : onRemove !== undefined ? (
          <IconButton size="sm" icon={<Trash2 />} label={t('remove', { title })} onPress={onRemove} />
        ) : null}
      </div>
    </div>
  )
})

function bringIntoSight(row: HTMLElement | null): void {
  if (row === null) return
  row.scrollIntoView({ block: 'center' })
  enterRow(row)
}
