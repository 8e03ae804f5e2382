import { secretByName } from './secret-names.ts'

/**
 * Whether a text carries a credential whatever it is called:
 * - an address with user information (`https://user:pass@host`), or with a secret in its query
 * - a private key in PEM
 */
export function isSecretText(text: string): boolean {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return true
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return false
  return /^[^:]+:\/\/[^/?#\s]+@/.test(text) || queryNames(text).some(isSecretParameter)
}

function queryNames(address: string): string[] {
  const query = address.split('#', 1)[0]?.split('?').slice(1).join('?') ?? ''
  return query
    .split('&')
    .filter((parameter) => /=./.test(parameter))
    .map((parameter) => parameter.split('=', 1)[0] ?? '')
}

/** `key` and `sig` are credentials in an address, as those of Google and Azure. */
function isSecretParameter(name: string): boolean {
  return /^(key|sig|(.*-)?signature)$/i.test(name) || secretByName(name) !== undefined
}
