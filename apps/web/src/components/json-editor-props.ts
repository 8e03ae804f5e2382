export interface JsonProblem {
  /** JSON Pointer of the value that is wrong. */
  pointer: string
  message: string
}

export interface JsonEditorProps {
  /** Accessible name. */
  label: string
  value: string
  onChange?: (value: string) => void
  isReadOnly?: boolean
  /** Shown at the values they are about; syntax errors show by themselves. */
  problems?: readonly JsonProblem[]
}
