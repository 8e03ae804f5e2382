import { useState } from 'react'
import { ComboBox } from '#web/components/combo-box.tsx'
import { useKnownZones } from '../api/use-known-zones.ts'

interface KnownNameBoxProps {
  label: string
  placeholder: string
  /** As the address has it. */
  chosen: string | undefined
  except: string
  onChoose: (name: string | undefined) => void
}

const NONE: readonly string[] = []

/** A node or zone among those that are known; it counts as soon as its name is complete. */
export function KnownNameBox({ label, placeholder, chosen, except, onChoose }: KnownNameBoxProps) {
  const zones = useKnownZones(NONE)
  const names = zones
    .flatMap(({ zone, nodes }) => [...(zone === undefined ? [] : [zone]), ...nodes])
    .filter((name) => name !== except)
  const [text, setText] = useState(chosen ?? '')
  const [known, setKnown] = useState(chosen)
  // The address leads when somebody goes back; the text stays while it is being typed.
  if (chosen !== known) {
    setKnown(chosen)
    setText(chosen ?? '')
  }
  return (
    <ComboBox
      aria-label={label}
      placeholder={placeholder}
      isCode
      options={names.map((name) => ({ value: name, label: name }))}
      value={text}
      onChange={(next) => {
        setText(next)
        const name = next.trim()
        if (name === '' && chosen !== undefined) onChoose(undefined)
        if (names.includes(name) && name !== chosen) onChoose(name)
      }}
    />
  )
}
