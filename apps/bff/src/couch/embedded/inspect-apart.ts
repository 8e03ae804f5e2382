import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'

const unreadable = 'its files cannot be read.'

interface TableToInspect {
  readonly path: string
  readonly acknowledged: number
}

/** What is wrong with the table at `path`, in a sentence; undefined for a sound one. Rejects where it cannot be looked at. */
export async function inspectApart({ path, acknowledged }: TableToInspect): Promise<string | undefined> {
  const answer: JsonObject = await run('inspect', path, String(acknowledged)).catch(() => ({ damage: unreadable }))
  requireNoObstacle(answer)
  return typeof answer.damage === 'string' ? answer.damage : undefined
}

/** Writes what can be read of a damaged table to `mended`. Gives the documents known to be lost. Rejects where nothing can be read. */
export async function mendApart({
  path,
  acknowledged,
  mended,
}: TableToInspect & { mended: string }): Promise<string[]> {
  const answer = await run('mend', path, String(acknowledged), mended)
  requireNoObstacle(answer)
  const { lost } = answer
  return Array.isArray(lost) ? lost.filter((name) => typeof name === 'string') : []
}

/** Throws what kept the other process from its work and says nothing about the table. */
function requireNoObstacle({ obstacle }: JsonObject): void {
  if (!isJsonObject(obstacle)) return
  throw Object.assign(new Error(String(obstacle.message)), { code: obstacle.code })
}

/** Runs `inspection` as it was built: it lies beside a built module, and in `dist` for a source. */
async function run(...args: string[]): Promise<JsonObject> {
  const isSource = import.meta.url.endsWith('.ts')
  const script = fileURLToPath(new URL(isSource ? '../../../dist/inspection.js' : 'inspection.js', import.meta.url))
  // There may be any number of names of what is lost.
  const unbounded = { maxBuffer: Number.POSITIVE_INFINITY }
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], unbounded)
  const answer: JsonValue = JSON.parse(stdout)
  return isJsonObject(answer) ? answer : {}
}
