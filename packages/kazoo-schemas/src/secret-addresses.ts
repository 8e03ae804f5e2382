/** Stands for a secret in an address that is shown. */
export const secretMask = '•••'

/** A run of an address's text; together they are the address. */
interface Piece {
  readonly text: string
  /** Where a secret can be: the name of its parameter, `@` for user information. Absent where the text may be told. */
  readonly name?: string
}

/** Characters of an address that is taken apart; all of a longer one counts as a secret. */
const longest = 8000

/** Scheme, user information, server with path, and all from the first `?` or `#` on. */
const parts = /^(\s*(?:[a-z][a-z0-9+.-]*:){1,2}\/\/)(?:([^/?#\s]*)@)?([^?#]*)(.*)$/is
const parameters = /([?&#])([^?&#=]*)(=?)([^&#]*)/g
/** An address wherever it stands. Schemes are short, so that the search for them is, too. */
const addresses = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>`]+/gi
const userInformation = /:\/\/[^\s/?#]+@/g
/** User information with a password in it, wherever readers may see it: not what is a host and its port. */
const disguised = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|(?:https?|wss?|ftp):)[\\/]*[^:/?#@\\]*:(?!\d{1,5}(?:[/?#]|$))[^@]*@/i
const disguisedWithin =
  /\b((?:[a-z][a-z0-9+.-]{0,20}:\/\/|(?:https?|wss?|ftp):)[\\/]*)[^\n :/?#@\\]{0,200}:(?!\d{1,5}(?:[\s,;)/?#]|$))[^@\n"•]{1,200}@/gi
const encodedMask = /(?:%E2%80%A2){3}/gi
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', amqp: '5672', amqps: '5671' }

/**
 * Whether a text has a password that some readers take for user information and others do not: with a space, a `#`, `?` or
 * `/` in it, behind one slash, none or backslashes, a tab within the scheme. Nothing of it is shown, all of it is secret.
 */
export function isDisguisedAddress(text: string): boolean {
  const read = text.replaceAll(/[\t\r\n]/g, '')
  const [found, told] = [piecesOf(read).filter(isSecret), piecesOf(text).filter(isSecret)]
  return found.length > told.length || (disguised.test(read) && !found.some(({ name }) => name === '@'))
}

/** Whether an address anywhere in a text has a user and a password, for whichever readers. */
export function holdsPassword(text: string): boolean {
  return text.search(disguisedWithin) !== -1
}

/**
 * The secrets of a text that is an address, each by the name of its parameter.
 * - user information goes by `@`, what has no name by `''`
 */
export function addressSecrets(text: string): { readonly name: string; readonly text: string }[] {
  return piecesOf(text)
    .filter(isSecret)
    .map(({ name = '', text: secret }) => ({ name, text: secret }))
}

/**
 * An address with `•••` in place of its secrets; undefined for a text that holds none.
 * - user information is one, and so is every value of a query or fragment, whatever its name; of a query also what has no
 *   name. What is empty, or only says what KAZOO puts there (`{{number}}`), is none
 * - of a disguised address (`isDisguisedAddress`) nothing can be shown
 * - server and path are told: they name where things go
 */
export function shownAddress(text: string): string | undefined {
  const pieces = piecesOf(text)
  if (!pieces.some(isSecret) || isDisguisedAddress(text)) return undefined
  return pieces.map((piece) => (isSecret(piece) ? secretMask : piece.text)).join('')
}

/** A text in which the secrets of every address read `•••`. */
export function withAddressesMasked(text: string): string {
  if (!text.includes(':')) return text
  // First what would be taken for a query or a fragment: what stands behind it is masked as that of any other address.
  return text
    .replaceAll(disguisedWithin, `$1${secretMask}@`)
    .replaceAll(addresses, (address) => shownAddress(address) ?? address)
    .replaceAll(userInformation, `://${secretMask}@`)
}

/** An address with its secrets put back, or why they are not. */
export type KeptAddress = { readonly address: string } | { readonly refusal: 'other-server' | 'nothing-kept' }

/**
 * What `shown`, edited from `shownAddress(stored)`, means: each `•••` is the stored secret of that place, found by name
 * and, among those of one name, by order; all else is as it stands.
 * - `other-server`: another scheme, host or port, or an address whose server readers could disagree on
 * - `nothing-kept`: a `•••` where the stored address has no secret
 */
export function keptAddress(shown: string, stored: string): KeptAddress {
  const text = shown.replaceAll(encodedMask, secretMask)
  const server = serverOf(text)
  if (server === undefined || server !== serverOf(stored)) return { refusal: 'other-server' }
  const kept = secretsByName(stored)
  const pieces = piecesOf(text).map((piece) => {
    // One that was typed anew stands in the place of a stored one, too.
    const own = isSecret(piece) || piece.text === secretMask ? kept.get(piece.name)?.pop() : undefined
    if (piece.text === secretMask && piece.name !== undefined) return own
    return isLeftOver(piece) ? undefined : piece.text
  })
  return pieces.every((piece) => piece !== undefined) ? { address: pieces.join('') } : { refusal: 'nothing-kept' }
}

/** Whether a text is an address in which `•••` stands for a secret. */
export function isMaskedAddress(text: string): boolean {
  return piecesOf(text.replaceAll(encodedMask, secretMask)).some(
    (piece) => piece.name !== undefined && isLeftOver(piece),
  )
}

/** Whether a value is not there, or will be put there: it is no secret. */
export function isPlaceholder(value: string): boolean {
  return value === '' || value === secretMask || /^\{\{[^{}]*\}\}$/.test(value)
}

/** The first of each name is the last of its list, so that lists end where they are used up. */
function secretsByName(address: string): Map<string | undefined, string[]> {
  const found = new Map<string | undefined, string[]>()
  for (const { name, text } of piecesOf(address).filter(isSecret).reverse()) {
    found.set(name, found.get(name) ?? [])
    found.get(name)?.push(text)
  }
  return found
}

/** Whether a mask is part of a piece; where a secret can be, also what is left of one that was erased in part. */
function isLeftOver({ name, text }: Piece): boolean {
  return text.includes(name === undefined ? secretMask : '•')
}

function isSecret({ name, text }: Piece): boolean {
  return name !== undefined && !isPlaceholder(text)
}

function piecesOf(text: string): Piece[] {
  const [, scheme, user, place = '', rest = ''] = parts.exec(text) ?? []
  if (scheme === undefined) return [{ text }]
  if (text.length > longest) return [{ text: scheme }, { text: text.slice(scheme.length), name: '@' }]
  const userPieces = user === undefined ? [] : [{ text: user, name: '@' }, { text: '@' }]
  return [{ text: scheme }, ...userPieces, { text: place }, ...parameterPieces(rest)]
}

function parameterPieces(rest: string): Piece[] {
  const query = rest.split('#', 1)[0]?.length ?? 0
  return [...rest.matchAll(parameters)].flatMap((match): Piece[] => {
    const [whole, separator = '', name = '', equals = '', value = ''] = match
    if (equals !== '') return [{ text: separator + name + equals }, { text: value, name }]
    // A fragment without a name is a place on a page.
    return match.index < query ? [{ text: separator }, { text: name + value, name: '' }] : [{ text: whole }]
  })
}

/** Scheme, host and port, as everybody reads them; undefined where somebody might not. */
function serverOf(text: string): string | undefined {
  const [, scheme = '', , place = '', rest = ''] = parts.exec(text) ?? []
  const [host = '', ...path] = place.split('/')
  const isDisputed = /[\\\s\p{Cc}]/u.test(text) || (path.length === 0 && rest.includes('@'))
  if (scheme === '' || host === '' || isDisputed) return undefined
  const protocol = scheme.slice(0, -3).toLowerCase()
  const port = defaultPorts[protocol]
  return `${protocol}://${host.toLowerCase()}`.replace(new RegExp(`:${port}$`), '')
}
