import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { dismissToasts } from '#web/components/toast.tsx'

// A whole page may take its time to draw on a busy machine; what never comes still fails, only later.
configure({ asyncUtilTimeout: 15_000 })

/** Files share the modules and the page, so nothing may be left to later tests: no element, draft, choice or message. */
afterEach(() => {
  cleanup()
  dismissToasts()
  localStorage.clear()
  sessionStorage.clear()
})
