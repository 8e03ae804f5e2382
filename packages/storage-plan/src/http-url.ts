import { withoutTrailingSlashes } from './without-trailing-slashes.ts'

/**
 * The address that an HTTP back-end sends a file to.
 * - slashes at the end of the base go; `/` comes between unless the base has a query, which the path then goes on
 * - user information (`user:password@`) is left out: it must not be shown
 * Source: kz_att_http.
 */
export function httpUrl(base: string, path: string): string {
  const trimmed = withoutTrailingSlashes(base)
  const query = /^[^?#]*\?([^#]*)/.exec(trimmed)?.[1] ?? ''
  return withoutUserInformation(trimmed) + (query === '' ? '/' : '') + path
}

/** The host of an address, with its port. */
export function hostOf(url: string): string | undefined {
  return /^[^:/?#]+:\/\/([^/?#]+)/.exec(withoutUserInformation(url))?.[1]
}

function withoutUserInformation(url: string): string {
  return url.replace(/^([^:/?#]*:)?\/\/[^/?#]*@/, '$1//')
}
