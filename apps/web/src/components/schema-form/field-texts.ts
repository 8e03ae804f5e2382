/** What is written around a field's control. */
export interface FieldTexts {
  readonly id: string
  readonly pointer: string
  /** Its key. */
  readonly name: string
  readonly title: string
  readonly description: string | undefined
  readonly errors: readonly string[]
  readonly isRequired: boolean
}
