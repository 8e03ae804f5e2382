import { Braces, RotateCcw, Trash2 } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { type FieldAnnotation, type FieldTarget, useFieldAnnotation } from './field-annotation.tsx'
import { FieldErrors } from './field-errors.tsx'
import type { FieldTexts } from './field-texts.ts'
import { FoldButton } from './fold-button.tsx'
import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'
import type { Fold } from './use-fold.ts'
import { enterRow, rowAction, rowStop } from './use-row-keys.ts'

export interface FieldRowProps {
  texts: FieldTexts
  /** The control stands below the label and takes the whole width. */
  isBlock: boolean
  /** The control is folded away; in its place stands what it holds. */
  fold?: Fold
  summary?: string
  /** What it holds comes from elsewhere. */
  isInherited?: boolean
  /** Something in it is wrong. */
  holdsErrors?: boolean
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
  fold,
  summary,
  isInherited = false,
  holdsErrors = false,
  onRemove,
  onAsJson,
  annotation,
  children,
}: FieldRowProps & { annotation: FieldAnnotation | undefined }) {
  const t = useTranslations('schemaForm.row')
  const { id, pointer, name, title, description, errors, isRequired } = texts
  const ids = partIds(id)
  const row = useRef<HTMLDivElement>(null)
  const isBad = holdsErrors || errors.length > 0
  const reset = annotation?.reset

  const target = annotation?.target

  useEffect(() => {
    if (target !== undefined) bringIntoSight(row.current, target)
  }, [target])

  return (
    <div
      ref={row}
      className={classNames(
        styles.row,
        isBlock && styles.block,
        fold !== undefined && styles.folding,
        fold?.isOpen && styles.open,
        annotation?.mark !== undefined && styles[annotation.mark],
        isBad && styles.bad,
        target !== undefined && styles.target,
      )}
      data-pointer={pointer}
      {...rowStop(pointer)}
    >
      <div className={styles.what}>
        <div className={styles.names}>
          {fold === undefined ? (
            <>
              <label id={ids.label} htmlFor={id} className={styles.title}>
                {title}
              </label>
              {title === name ? null : <code className={styles.key}>{name}</code>}
            </>
          ) : (
            <FoldButton texts={texts} fold={fold} describedBy={ids.summary} />
          )}
          {isRequired ? <span className={styles.required}>{t('required')}</span> : null}
        </div>
        <p id={ids.help} className={styles.help}>
          {description}
        </p>
      </div>
      {fold === undefined ? null : (
        <p id={ids.summary} className={classNames(styles.summary, isInherited && styles.ghost)}>
          {summary}
        </p>
      )}
      <div
        ref={fold?.content}
        id={ids.content}
        className={styles.control}
        data-control=""
        hidden={fold?.isOpen === false}
      >
        {fold?.wasOpen === false ? null : children}
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

function bringIntoSight(row: HTMLElement | null, { entersField }: FieldTarget): void {
  if (row === null) return
  row.scrollIntoView({ block: 'center' })
  if (entersField) enterRow(row)
  else row.focus({ preventScroll: true })
}
