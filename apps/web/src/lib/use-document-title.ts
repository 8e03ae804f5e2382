import { useEffect } from 'react'

/** Names the browser's tab after what is shown, as long as it is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Strata`
  }, [title])
}
