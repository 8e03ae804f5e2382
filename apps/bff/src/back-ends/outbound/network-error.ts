import { BackEndError } from '../back-end-error.ts'

const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name service does not know the host: check its spelling.',
  EAI_AGAIN: 'The name service did not answer.',
  ECONNREFUSED: 'Nothing listens there: check host and port.',
  ECONNRESET: 'The server broke the connection off.',
  EPIPE: 'The server broke the connection off.',
  EHOSTUNREACH: 'There is no way to the host.',
  ENETUNREACH: 'There is no way to the host.',
  ETIMEDOUT: 'The server did not answer in time.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
  CERT_NOT_YET_VALID: 'The certificate of the server is not valid yet.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is signed by nobody that is trusted.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the server is signed by nobody that is trusted.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the server is signed by nobody that is trusted.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the server is signed by nobody that is trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the server is for another name.',
  EPROTO: 'The server does not speak TLS at this port.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The server does not speak TLS at this port.',
}

/** What went wrong below HTTP, with a code of the system as the reason and a sentence on it. */
export function networkError(thrown: unknown, host: string): BackEndError {
  if (thrown instanceof BackEndError) return thrown
  if (thrown instanceof Error && (thrown.name === 'TimeoutError' || thrown.name === 'AbortError')) return timeout(host)
  const code = codeOf(thrown)
  if (code === undefined) {
    return new BackEndError(`${host} did not answer as a server does.`, { cause: thrown })
  }
  const sentence =
    sentences[code] ?? (code.startsWith('HPE_') ? 'It does not answer in HTTP.' : 'It cannot be reached.')
  return new BackEndError(`${code}: ${host}. ${sentence}`, { cause: thrown })
}

function timeout(host: string): BackEndError {
  return new BackEndError(`ETIMEDOUT: ${host}. The server did not answer in time.`)
}

/** An error over several addresses carries those of each. */
function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code
  return thrown.cause === undefined ? undefined : codeOf(thrown.cause)
}
