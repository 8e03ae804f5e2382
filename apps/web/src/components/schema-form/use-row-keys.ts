import { type RefObject, useEffect } from 'react'
import { useShortcut } from '#web/lib/use-shortcut.ts'

/** Marks what the keys stop at: a row of a form, or the head of a group. */
export function rowStop(pointer: string) {
  return { 'data-row': pointer, tabIndex: -1 }
}

/** Marks what a key presses in the row where the focus is: `r` its reset, `p` its provenance, `d` its difference. */
export const rowAction = {
  reset: { 'data-row-action': 'reset' },
  provenance: { 'data-row-action': 'provenance' },
  difference: { 'data-row-action': 'difference' },
}

/**
 * Moves between the rows of the forms in `region` by keys, and acts on the row where the focus is.
 * - `j` and `k` go to the next and the previous one; the first one in sight where the focus is in none
 * - Enter goes into its control, or opens and closes a group; what is folded it opens first
 * - Escape leaves the control for the row
 */
export function useRowKeys(region: RefObject<HTMLElement | null>): void {
  useShortcut({ key: 'j' }, () => step(region.current, 1))
  useShortcut({ key: 'k' }, () => step(region.current, -1))
  useShortcut({ key: 'r' }, () => act(region.current, 'reset'))
  useShortcut({ key: 'p' }, () => act(region.current, 'provenance'))
  useShortcut({ key: 'd' }, () => act(region.current, 'difference'))

  useEffect(() => {
    const element = region.current
    function listen(event: KeyboardEvent) {
      const { target } = event
      if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement)) return
      const row = target.closest<HTMLElement>('[data-row]')
      if (row === null || !leadsOn(event.key, target === row)) return
      event.preventDefault()
      if (event.key === 'Escape') row.focus()
      else enterRow(row)
    }
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [region])

  useSelectOnEntry(region)
}

/** Selects the content of a field that gets the focus, so that typing replaces it; a press places the caret instead. */
function useSelectOnEntry(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = region.current
    let isPressed = false
    function press({ type }: Event) {
      isPressed = type === 'pointerdown'
    }
    function select({ target }: FocusEvent) {
      if (isPressed) return
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select()
    }
    const presses = ['pointerdown', 'pointerup', 'pointercancel']
    for (const type of presses) window.addEventListener(type, press, true)
    element?.addEventListener('focusin', select)
    return () => {
      for (const type of presses) window.removeEventListener(type, press, true)
      element?.removeEventListener('focusin', select)
    }
  }, [region])
}

/** Goes to the first row of the page's form. */
export function enterRows(): void {
  document.getElementById('content')?.querySelector<HTMLElement>('[data-row]')?.focus()
}

/** Puts the focus into a row's control; a group, which has none of its own, opens or closes; what is folded opens. */
export function enterRow(row: HTMLElement): void {
  const control = row.querySelector<HTMLElement>('[data-control]')
  if (control === null || control.hidden) {
    row.querySelector('button')?.click()
    row.focus({ preventScroll: true })
  } else {
    controlIn(control)?.focus({ preventScroll: true })
  }
}

/** Puts the focus into the first control of a field that was added, be it a row or the head of a group. */
export function enterAdded(row: HTMLElement): void {
  const control = row.querySelector('[data-control]') ?? row.parentElement?.querySelector('[data-control]')
  const first = control instanceof HTMLElement ? controlIn(control) : null
  ;(first ?? row).focus()
}

/** Of several choices the one that is chosen. */
function controlIn(element: HTMLElement): HTMLElement | null {
  return element.querySelector('input, textarea, [role="radio"][aria-checked="true"], button:not([role="radio"])')
}

function leadsOn(key: string, isOnRow: boolean): boolean {
  return isOnRow ? key === 'Enter' : key === 'Escape'
}

function step(region: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(region?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter(
    (row) => row.closest('[hidden]') === null,
  )
  const current = currentRow(region)
  const index = current === null ? -1 : rows.indexOf(current)
  const next = index === -1 ? firstInSight(rows) : rows[index + by]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}

function firstInSight(rows: readonly HTMLElement[]): HTMLElement | undefined {
  const top = rows[0]?.closest('[data-scroll]')?.getBoundingClientRect().top ?? 0
  return rows.find((row) => row.getBoundingClientRect().top >= top) ?? rows[0]
}

function act(region: HTMLElement | null, action: keyof typeof rowAction): void {
  const row = currentRow(region)
  const found = [...(row?.querySelectorAll<HTMLElement>(`[data-row-action="${action}"]`) ?? [])]
  // Rows lie in one another where a map does.
  found.find((element) => element.closest('[data-row]') === row)?.click()
}

/** The row where the focus is. */
function currentRow(region: HTMLElement | null): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null
  return region?.contains(row) === true ? row : null
}
