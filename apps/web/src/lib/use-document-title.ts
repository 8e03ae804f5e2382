import { useEffect } from 'react'

const PRODUCT = ' · Strata'

/** Names the browser's tab after what is shown, as long as it is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title + PRODUCT
  }, [title])
}

/** What is shown, as the browser's tab names it. */
export function pageTitle(): string {
  return document.title.replace(PRODUCT, '')
}
