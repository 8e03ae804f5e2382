interface Provenance {
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which a page cannot forge. */
  readonly site: string | undefined
  /** Host and port that the request was sent to. */
  readonly host: string
  readonly publicUrl: string | undefined
}

/** Whether a request comes from Strata's own pages, as far as its browser tells; programs that tell nothing pass. */
export function isSameOrigin({ origin, site, host, publicUrl }: Provenance): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return publicUrl === undefined ? new URL(origin).host === host : origin === new URL(publicUrl).origin
}
