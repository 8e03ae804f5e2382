import type { JsonValue } from '@strata/json'
import type { ComponentType, ReactNode } from 'react'
import type { FieldSchema } from './field-schema.ts'

/** What every control is given. An undefined value is "not set": the control shows `placeholder` instead. */
export interface ControlProps {
  /** For the control's own element, so that the field's label leads to it. */
  readonly id: string
  readonly labelledBy: string
  readonly describedBy: string
  readonly pointer: string
  readonly schema: FieldSchema
  readonly value: JsonValue | undefined
  /** The value that holds while the field sets none. */
  readonly inherited: JsonValue | undefined
  readonly placeholder: string
  readonly isInvalid: boolean
  readonly isReadOnly: boolean
  /** Whether "not set" is a choice. Items of a list, and entries that nothing is inherited for, always have a value. */
  readonly canUnset: boolean
  /** Whether "not set" means that another value holds. */
  readonly inherits: boolean
  /** No schema describes the value. */
  readonly isFree: boolean
  readonly onChange: (value: JsonValue | undefined) => void
}

/** What a page knows of a field beyond its schema. */
export interface FieldHints {
  readonly title?: string
  readonly description?: string
  /** Edits the field in place of the control its schema suggests. */
  readonly control?: ComponentType<ControlProps>
  /** The kinds of a union, by `Variant.id`. */
  readonly variants?: VariantHints
  /** The fields of a group, by key; for a union, of every kind. */
  readonly fields?: Readonly<Record<string, FieldHints>>
  readonly isHidden?: boolean
}

export interface VariantHints {
  /** `cards` shows every kind with its icon and description; without it the kinds stand in one row of words. */
  readonly layout?: 'cards'
  readonly kinds: Readonly<Record<string, VariantTexts>>
}

export interface VariantTexts {
  readonly title: string
  readonly description?: string
  readonly icon?: ReactNode
}
