import { Checkbox } from '#web/components/checkbox.tsx'
import type { ChosenValue } from './chosen-values.ts'

interface ValuesCheckboxProps {
  label: string
  values: readonly ChosenValue[]
  selected: ReadonlySet<string>
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

/** Chooses several values, or leaves them out; nothing where there are none. */
export function ValuesCheckbox({ label, values, selected, onChoose }: ValuesCheckboxProps) {
  if (values.length === 0) return null
  const ids = values.map(({ id }) => id)
  const count = ids.filter((id) => selected.has(id)).length
  return (
    <Checkbox
      aria-label={label}
      isSelected={count === ids.length}
      isIndeterminate={count > 0 && count < ids.length}
      onChange={(isChosen) => onChoose(ids, isChosen)}
    />
  )
}
