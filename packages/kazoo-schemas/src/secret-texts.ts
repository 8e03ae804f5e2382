import { holdsPassword, isDisguisedAddress, isPlaceholder, shownAddress } from './secret-addresses.ts'
import { secretByName } from './secret-names.ts'

/**
 * Whether a text carries a credential whatever it is called:
 * - an address with a secret (`shownAddress`) and a disguised one
 * - user information of an address anywhere in the text, and a password where only some readers see one
 * - a connection string: `AccountKey=…;`, `password=…`, also among the parameters of an address within the text
 * - what a request authorises itself with: `Basic …`, `Bearer …`
 * - a private key in PEM
 */
export function isSecretText(text: string): boolean {
  return (
    shownAddress(text) !== undefined ||
    isDisguisedAddress(text) ||
    holdsPassword(text) ||
    /:\/\/(?!•••@)[^\s/?#@]+@/.test(text) ||
    isConnectionString(text) ||
    isAuthorization(text) ||
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)
  )
}

/** Names may have spaces in them (`User Password = …`), and pairs may have only spaces between them. */
function isConnectionString(text: string): boolean {
  if (!text.includes('=')) return false
  return [/[;?&#]/, /[;?&#,\s]+/].some((separator) => text.split(separator).some(isSecretPair))
}

function isSecretPair(pair: string): boolean {
  const equals = pair.indexOf('=')
  const [name, value] = [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]
  if (equals === -1 || isPlaceholder(value) || value.startsWith('{{')) return false
  return secretByName(name) !== undefined || /(?:^|[^a-z])sig(?:nature)?$|AccessSignature$/i.test(name)
}

/** Words of a sentence have neither digits nor the length of a token. */
function isAuthorization(text: string): boolean {
  const [, scheme = '', token = ''] = /(?:^|[\s:"'])(basic|bearer) +([\w.~+/-]+=*)/i.exec(text) ?? []
  if (scheme.toLowerCase() === 'bearer') return /\d/.test(token) || token.length >= 20
  return token.length % 4 === 0 && /[A-Z0-9=]/.test(token)
}
