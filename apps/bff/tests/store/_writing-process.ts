import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('_eight-writers.ts', import.meta.url))
const tsx = fileURLToPath(import.meta.resolve('tsx'))

/** A process that has opened a folder and writes to it without end. */
export interface WritingProcess {
  readonly child: ChildProcessByStdio<null, Readable, null>
  /** Ends it in the middle of whatever it does. Gives the whole lines that it said. */
  kill(): Promise<string[]>
}

export async function startWriting(folder: string): Promise<WritingProcess> {
  const child = spawn(process.execPath, ['--import', tsx, script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child.stdout, 'data')
  return {
    child,
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
      return said.split('\n').slice(1, -1)
    },
  }
}
