import { formatPointer, getAt, type JsonObject } from '@strata/json'
import { useCallback, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import type { ShownSection } from '../components/shown-section.ts'
import { useFieldText } from '../words/use-field-text.ts'

/** Takes a reset as a step of its own, and offers to put back what it took, whatever was edited since. */
export function useReset(shown: Pick<ShownSection, 'detail' | 'section' | 'state'>) {
  const t = useTranslations('systemConfigs')
  const fieldText = useFieldText()
  const latest = useRef({ ...shown, t, fieldText })
  latest.current = { ...shown, t, fieldText }
  const hideLast = useRef<() => void>(undefined)

  return useCallback((next: JsonObject, pointer: string) => {
    const { detail, section, state, t: words, fieldText: name } = latest.current
    const value = getAt(state.drafted.sections, formatPointer([section]) + pointer)
    state.dispatch({ type: 'edit', detail, section, next })

    function putBack() {
      const operation =
        value === undefined
          ? ({ section, pointer, op: 'remove' } as const)
          : ({ section, pointer, op: 'set', value } as const)
      const { state: now, detail: stored } = latest.current
      now.dispatch({ type: 'apply', detail: stored, operations: [operation] })
    }

    hideLast.current?.()
    hideLast.current = showToast({
      title: words('reset.done', { field: name({ section, pointer }) }),
      action: { label: words('save.undo'), onPress: putBack },
    })
  }, [])
}
