import { useEffect } from 'react'

/** Inside what goes away with the button that ended it: a focus that went with it goes to the page. */
export function FocusAfterwards() {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById('content')?.focus()
      })
    },
    [],
  )
  return null
}
