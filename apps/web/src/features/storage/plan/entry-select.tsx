import { getAt } from '@strata/json'
import { decidedPart, layeredStorage, type PlanRule } from '@strata/storage-plan'
import { memo, useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Select, type SelectOption, type SelectProps } from '#web/components/select.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { useKept } from '../document/use-kept.ts'
import { useKindTitle } from '../entries/back-end-kinds.tsx'
import { type OfferedEntry, offeredEntries } from '../entries/offered-entries.ts'
import { referencePointer, withValueAt } from './plan-rules.ts'
import { layersWithout } from './storage-layers.ts'
import { useLayerWords } from './use-layer-words.ts'

interface EntrySelectProps {
  map: EntryMap
  rule: PlanRule
  /** Accessible name. */
  label: string
}

const inherit = 'inherit'

/** Which back-end a rule sends files to, or which connection documents: those defined here and those of layers below. */
export function EntrySelect({ map, rule, label }: EntrySelectProps) {
  const t = useTranslations('storage.routes')
  const words = useLayerWords()
  const kindTitle = useKindTitle()
  const { place, fields, layers, knowsBelow, errors, change, isReadOnly } = useStorageDocument()
  const pointer = referencePointer(rule, map)
  const value = getAt(fields, pointer)
  const offered = offeredEntries(layers, map)
  const storage = layeredStorage(layersWithout(layers, pointer))
  const below = decidedPart(storage, rule, map === 'attachments' ? 'handler' : 'connection')
  // What comes of a rule for some months or names that says nothing, KAZOO alone knows.
  const isPlain = rule.condition === undefined
  const isKnown = isPlain && (knowsBelow || below.by?.layer === place.scope)
  const belowName = isKnown ? nameOf(below.value) : isPlain ? t('inherited') : t('notSaid')
  const options: SelectOption[] = [
    {
      value: inherit,
      label: isPlain ? t('inherit') : t('notSaid'),
      ...(isKnown
        ? {
            description: t('inheritNow', {
              what: belowName,
              who: words.by(below.by?.layer, below.isByClass),
            }),
          }
        : {}),
    },
    ...offered.map((entry) => ({ value: `id:${entry.id}`, label: nameOf(entry.id), description: about(entry) })),
    ...(typeof value === 'string' && !offered.some(({ id }) => id === value)
      ? [{ value: `id:${value}`, label: value, ...(knowsBelow ? { description: t('nowhere') } : {}) }]
      : []),
  ]

  function nameOf(id: unknown): string {
    if (typeof id !== 'string') return map === 'attachments' ? t('couchItself') : t('localConnection')
    if (map === 'connections' && id === 'local') return t('localConnection')
    return offered.find((entry) => entry.id === id)?.name ?? id
  }

  function about({ handler, layer }: OfferedEntry): string {
    return [kindTitle(handler), words.from(layer)].filter(Boolean).join(' · ')
  }

  return (
    <TextSelect
      aria-label={label}
      options={useKept(options, isSameOptions)}
      value={typeof value === 'string' ? `id:${value}` : undefined}
      placeholder={belowName}
      onChange={useCallback(
        (chosen: string) =>
          change((before) => withValueAt(before, pointer, chosen === inherit ? undefined : chosen.slice('id:'.length))),
        [change, pointer],
      )}
      isDisabled={isReadOnly}
      errorMessage={messageAt(errors, pointer)}
    />
  )
}

/** Draws itself again only for other options or another value: there are many of them, and each is costly. */
const TextSelect = memo(function TextSelect(props: SelectProps<string>) {
  return <Select {...props} />
})

function isSameOptions(earlier: readonly SelectOption[], now: readonly SelectOption[]): boolean {
  return (
    earlier.length === now.length &&
    earlier.every(
      ({ value, label, description }, index) =>
        value === now[index]?.value && label === now[index]?.label && description === now[index]?.description,
    )
  )
}
