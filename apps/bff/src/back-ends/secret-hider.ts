/** Shorter ones would be found everywhere, and told by what was put in their place. */
const shortest = 4

/** Takes secrets out of what others say. */
export interface SecretHider {
  add(secret: string): void
  hide(text: string): string
}

/** Hides secrets as they are and as they travel: in JSON, in URLs and in base64. */
export function createSecretHider(secrets: readonly string[]): SecretHider {
  const hidden = new Set<string>()
  const add = (secret: string) => {
    if (secret.length < shortest) return
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64(secret)]
    for (const form of forms) hidden.add(form)
  }
  for (const secret of secrets) add(secret)
  return {
    add,
    hide: (text) => longestFirst(hidden).reduce((result, secret) => result.replaceAll(secret, '•••'), text),
  }
}

function longestFirst(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => b.length - a.length)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
