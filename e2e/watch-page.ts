import { expect, type Page, type Response } from '@playwright/test'
import { knownSecrets } from './known-secrets.ts'

/** An answer that a test brings about on purpose. */
export interface Expected {
  readonly status: number
  readonly path: string | RegExp
}

export interface PageWatch {
  /** Says beforehand which refusals a test provokes; any other fails it. */
  expects(...refusals: Expected[]): void
  /** Secrets that the test makes up: from now on none of them may be sent to the browser. */
  hides(...secrets: string[]): void
  /** From now on the server may be away. */
  allowsOutage(): void
  /** Fails with everything that went wrong in the page so far. */
  check(): Promise<void>
}

/**
 * Watches what no journey may bring about:
 * - errors in the console or thrown in the page
 * - anything that the Content-Security-Policy had to stop
 * - requests that failed, answers of 4xx that the test did not announce, any 5xx
 * - a known secret, or one that the test makes up, in a body that the browser was sent
 */
export async function watchPage(page: Page): Promise<PageWatch> {
  const problems: string[] = []
  const expected: Expected[] = []
  const secrets = [...knownSecrets]
  const bodies: Promise<void>[] = []
  let isOutageAllowed = false

  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      // biome-ignore lint/suspicious/noConsole: the console is what the test listens to.
      console.error(`Content-Security-Policy: ${violatedDirective} stopped ${blockedURI} in ${sourceFile}`)
    })
  })
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // Chromium repeats refused requests here; the answers themselves are judged below.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource:')) return
    problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // The page gave up an answer it has no use for any more.
    if (reason === 'net::ERR_ABORTED' || isOutageAllowed) return
    problems.push(`failed: ${request.method()} ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    bodies.push(checkSecrets(response, secrets, problems))
    if (response.status() < 400 || expected.some((refusal) => matches(refusal, response))) return
    problems.push(`answered ${response.status()}: ${response.request().method()} ${response.url()}`)
  })

  return {
    expects: (...refusals) => void expected.push(...refusals),
    hides: (...more) => void secrets.push(...more),
    allowsOutage: () => {
      isOutageAllowed = true
    },
    async check() {
      await Promise.all(bodies)
      expect(problems, 'what went wrong in the page').toEqual([])
    },
  }
}

function matches({ status, path }: Expected, response: Response): boolean {
  const { pathname } = new URL(response.url())
  return response.status() === status && (typeof path === 'string' ? pathname === path : path.test(pathname))
}

async function checkSecrets(response: Response, secrets: readonly string[], problems: string[]): Promise<void> {
  if (!(response.headers()['content-type'] ?? '').includes('json')) return
  // A body is gone once the page has moved on.
  const body = await response.text().catch(() => '')
  const found = secrets.filter((secret) => body.includes(secret))
  if (found.length > 0) problems.push(`secrets sent by ${response.url()}: ${found.join(', ')}`)
}
