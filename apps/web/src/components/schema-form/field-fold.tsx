import type { JsonValue } from '@strata/json'
import { isGroup } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { useFieldAnnotation } from './field-annotation.tsx'
import { FieldRow, type FieldRowProps } from './field-row.tsx'
import { useInherited, useKeys } from './form-scope.tsx'
import { useFold } from './use-fold.ts'

interface FieldFoldProps extends Omit<FieldRowProps, 'fold' | 'isBlock'> {
  kind: 'list' | 'map'
  value: JsonValue | undefined
  /** What it holds takes the whole width. */
  isWide: boolean
  /** Something in it is wrong. */
  holdsErrors: boolean
}

/** As many texts as stand below each other before a list of them folds. */
const MOST_AT_ONCE = 6

/** A list or a map: one line that says how much it holds, and opens. What holds little is there at once. */
export function FieldFold({ kind, value, isWide, holdsErrors, ...row }: FieldFoldProps) {
  const t = useTranslations('schemaForm.fold')
  const { pointer, errors } = row.texts
  const annotation = useFieldAnnotation(pointer)
  const inherited = useInherited(pointer)
  const keys = useKeys(pointer, value)
  const items = itemsOf(value) ?? itemsOf(inherited) ?? []
  const below = annotation?.isWhole === true && value !== undefined ? [] : keysOf(inherited)
  const count = kind === 'list' ? items.length : new Set([...below, ...keysOf(value)]).size
  const canFold = kind === 'list' ? count > (isWide ? 0 : MOST_AT_ONCE) : keys.length > 0
  const isNoted = holdsErrors || errors.length > 0 || annotation?.mark === 'unsaved'
  const fold = useFold({ pointer, annotation, isNoted })
  if (!canFold) return <FieldRow {...row} isBlock={false} />
  const held = t(kind === 'list' ? 'items' : 'entries', { count })
  const standing = annotation?.standing
  const summary = standing === undefined ? held : t('standing', { held, standing })
  return (
    <FieldRow
      {...row}
      isBlock={false}
      fold={fold}
      summary={summary}
      isInherited={value === undefined}
      holdsErrors={holdsErrors}
    />
  )
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined
}

function keysOf(value: JsonValue | undefined): string[] {
  return isGroup(value) ? Object.keys(value) : []
}
