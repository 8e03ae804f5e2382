/** Words that name a credential wherever they stand in a key, unless the key only says something about it. */
const secretWords = new Set(['secret', 'secrets', 'passwd', 'pwd', 'passphrase', 'passcode', 'authorization', 'bearer'])

/** Words that name a credential at the end of a key: `ssl_password`, but not `password_recovery`. */
const secretEnds = new Set(
  'password passwords pass token credential credentials certificate cookie jwt pem psk salt'.split(' '),
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
const deeds = new Set(
  'allow calls check disable enable expose force generate has include is require should use'.split(' '),
)

/** Credentials that may be numbers. */
const numericEnds = new Set('pass passcode passwd password passwords pwd secret secrets'.split(' '))

/** Names of an object or list that holds credentials, and what is to be known of each beside them. */
const collections = new Set('credential credentials passwords secret secrets token tokens'.split(' '))

/** Ends that say no more than that it is one: `secret_value`, `password_1`. */
const hollowEnds = /^(?:value|text|string|hash|\d+)$/

/** Words that are run together: `dbpassword`, `secretvalue`, `accesskey`. */
const runTogether = /(password|passwd|passphrase|passcode|secret|token)(s?)(value|text|string|hash)?$/
const keyRunTogether = new RegExp(`^(${[...keyKinds].join('|')})(keys?)$`)

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
  const isKey = last === 'key' && keyKinds.has(words.at(-2) ?? '')
  return isKey || areKeys(words) || secretEnds.has(last) || words.some((word) => secretWords.has(word))
    ? 'text'
    : undefined
}

/**
 * What the name of an object or list says of what it holds.
 * - `all`: all of it is a credential, whatever it is called there: `password: {…}`
 * - `most`: but what says something about one: the `name` of one of `secrets`
 */
export function secretsWithin(key: string): 'all' | 'most' | undefined {
  const words = wordsOf(key)
  if (collections.has(words.at(-1) ?? '') || areKeys(words)) return 'most'
  return secretByName(key) === undefined ? undefined : 'all'
}

/** Whether a key only says something about a credential: `name`, `expires`. */
export function isAspect(key: string): boolean {
  return aspects.has(wordsOf(key).at(-1) ?? '')
}

function areKeys(words: readonly string[]): boolean {
  return words.at(-1) === 'keys' && keysKinds.has(words.at(-2) ?? '')
}

/** `X-Auth-Token`, `x_auth_token`, `xAuthToken` and `x_authtoken_2` are the same words. */
function wordsOf(key: string): string[] {
  const words = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) =>
      // `oauth2` and `password2`, but not `s3`.
      word
        .replace(/([a-z]{3})\d+$/, '$1')
        .replace(runTogether, ' $1$2 $3')
        .replace(keyRunTogether, '$1 $2')
        .split(' '),
    )
    .filter((word) => word !== '')
  return words.slice(0, words.findLastIndex((word) => !hollowEnds.test(word)) + 1)
}
