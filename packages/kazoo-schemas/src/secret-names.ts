/** Words that name a credential wherever they stand in a key, unless the key only says something about it. */
const secretWords = new Set(['secret', 'secrets', 'passwd', 'pwd', 'passphrase', 'passcode', 'authorization', 'bearer'])

/** Words that name a credential at the end of a key: `ssl_password`, but not `password_recovery`. */
const secretEnds = new Set(
  (
    'password passwords token credential credentials certificate apikey apikeys authkey privatekey secretkey ' +
    'accesstoken cookie jwt pem psk salt'
  ).split(' '),
)

/** What makes a `…_key` a credential: `asr_api_key`, but not `operator_key`, and not `ssl_key`, which is a file's path. */
const keyKinds = new Set(
  (
    'access account api app auth client decryption developer encryption hmac license licence master private secret ' +
    'server service shared signature signing storage subscription'
  ).split(' '),
)

/** Several are credentials less often: `refresh_app_keys` names fields. */
const keysKinds = new Set('access api encryption private secret signing'.split(' '))

/** Ends that make a key speak about a credential instead of holding it. */
const aspects = new Set(
  (
    'allowed attempts count digits doc enabled expires expiry field file format id ids length limit max method min ' +
    'minutes mode ms name names path pattern policy prompt public rate regex rehash s size time timeout ttl type uri ' +
    'url user username version'
  ).split(' '),
)

/** Beginnings of keys that say what is done with a credential: `expose_api_key` is a switch. */
const deeds = new Set('allow calls check disable enable expose force generate has is require should use'.split(' '))

/** Credentials that may be numbers. */
const numericEnds = new Set('passcode passwd password passwords pwd secret secrets'.split(' '))

/** Credentials that come by the dozen: an object or a list of that name holds them under names of its own. */
const collections = new Set('passwords secret secrets token tokens'.split(' '))

/**
 * What a key's name says of its value.
 * - `any`: a credential, be it a text or a number
 * - `text`: a credential if it is a text
 * - `undefined`: no credential
 */
export function secretByName(key: string): 'any' | 'text' | undefined {
  const words = wordsOf(key)
  const last = words.at(-1) ?? ''
  if (aspects.has(last) || deeds.has(words[0] ?? '')) return undefined
  if (numericEnds.has(last) || (words.length === 1 && (last === 'pin' || last === 'pins'))) return 'any'
  const kind = words.at(-2) ?? ''
  const isKey = (last === 'key' && keyKinds.has(kind)) || (last === 'keys' && keysKinds.has(kind))
  return isKey || secretEnds.has(last) || words.some((word) => secretWords.has(word)) ? 'text' : undefined
}

/** Whether texts in an object or list are credentials whatever their own names: those of `passwords` are. */
export function holdsSecrets(key: string): boolean {
  const words = wordsOf(key)
  const last = words.at(-1) ?? ''
  return collections.has(last) || (last === 'keys' && keysKinds.has(words.at(-2) ?? ''))
}

/** Whether a key only says something about a credential: `name`, `expires`. */
export function isAspect(key: string): boolean {
  return aspects.has(wordsOf(key).at(-1) ?? '')
}

/** `X-Auth-Token`, `x_auth_token` and `xAuthToken` are the same words. */
function wordsOf(key: string): string[] {
  return key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
