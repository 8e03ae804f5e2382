import type { StorageTestEnded, StorageTestError, StorageTestLine, StorageTestStep } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { BackEndError } from './back-end-error.ts'
import type { SecretHider } from './secret-hider.ts'

/** Who follows a test. */
export interface Listener {
  readonly tell: (line: StorageTestLine) => void
  /** Aborts when nobody wants the rest any more. */
  readonly signal: AbortSignal
}

interface Found<T> {
  readonly value: T
  readonly message: string
  readonly said?: string
}

type StepWork<T> = (signal: AbortSignal) => Promise<Found<T>>

interface StepsOptions extends Listener {
  /** How long a step may take (milliseconds). */
  readonly stepMs: number
  readonly secrets: SecretHider
}

/** More of an answer's text helps nobody (characters). What is cut off is cut after the secrets are out, never through one. */
const longestSaid = 2000

/** Runs the steps of one test and tells of each. */
export type Steps = ReturnType<typeof createSteps>

export function createSteps({ tell, signal, stepMs, secrets }: StepsOptions) {
  const startedAt = () => performance.now()
  const since = (start: number) => Math.round(performance.now() - start)

  function end(step: StorageTestStep, line: Omit<StorageTestEnded, 'step'>): void {
    const { message, said } = line
    tell({ ...line, step, message: secrets.hide(message), said: said === null ? null : shortened(secrets.hide(said)) })
  }

  async function run<T>(
    step: StorageTestStep,
    work: StepWork<T>,
    stepSignal = AbortSignal.any([signal, AbortSignal.timeout(stepMs)]),
  ): Promise<T> {
    tell({ step, state: 'running' })
    const start = startedAt()
    try {
      const { value, message, said = null } = await work(stepSignal)
      end(step, { state: 'passed', ms: since(start), message, said })
      return value
    } catch (error) {
      if (error instanceof BackEndError) end(step, { state: 'failed', ms: since(start), ...wordsOf(error) })
      throw error
    }
  }

  async function attempt(step: StorageTestStep, work: StepWork<unknown>): Promise<void> {
    tell({ step, state: 'running' })
    const start = startedAt()
    try {
      const { message, said = null } = await work(AbortSignal.timeout(stepMs))
      end(step, { state: 'passed', ms: since(start), message, said })
    } catch (error) {
      if (!(error instanceof BackEndError)) throw error
      end(step, { state: 'skipped', ms: since(start), ...wordsOf(error) })
    }
  }

  return {
    /** One step. Throws the `BackEndError` that it failed with. */
    run: <T>(step: StorageTestStep, work: StepWork<T>): Promise<T> => run(step, work),
    /** One step that is not broken off when nobody listens any more: what it began must be known when it is cleared away. */
    runToEnd: <T>(step: StorageTestStep, work: StepWork<T>): Promise<T> => run(step, work, AbortSignal.timeout(stepMs)),
    /** One step whose failure fails nothing else; it is done even when nobody listens any more. */
    attempt,
    skip: (step: StorageTestStep, message: string): void => end(step, { state: 'skipped', ms: 0, message, said: null }),
    /** A failure as the API shows it. Throws what is none. */
    toError(thrown: unknown): StorageTestError {
      if (!(thrown instanceof BackEndError)) throw thrown
      const { code, body, message } = thrown
      return {
        error_code: code,
        error_body: shortenedBody(secrets.hideIn(body)),
        message: secrets.hide(message),
      }
    },
  }
}

function wordsOf({ message, advice, body }: BackEndError): Pick<StorageTestEnded, 'message' | 'said'> {
  if (advice !== undefined) return { message: advice, said: message }
  return { message, said: body === null ? null : typeof body === 'string' ? body : JSON.stringify(body) }
}

function shortenedBody(body: JsonValue): JsonValue {
  return typeof body === 'string' ? shortened(body) : body
}

function shortened(text: string): string {
  return text.length > longestSaid ? `${text.slice(0, longestSaid)}…` : text
}
