import { randomInt } from 'node:crypto'
import { argv, stdout } from 'node:process'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'

/** One line of what this process says. A step is told before it begins, and again once the store has acknowledged it. */
export interface Said {
  readonly writer: number
  /** Undefined where it is acknowledged. */
  readonly begins: readonly Intent[] | undefined
  /** Of the acknowledged step's documents, in its order; `null` where its base was not what is stored. */
  readonly revisions: readonly (string | null)[]
}

/** What a document is to become. */
export interface Intent {
  readonly id: string
  /** Undefined: it is removed. */
  readonly number: number | undefined
}

/** Says a line, and waits until it has left this process: what is killed says no more of it. */
function say(line: Said): Promise<void> {
  return new Promise((resolve) => stdout.write(`${JSON.stringify(line)}\n`, () => resolve()))
}

/** What the document of a number holds: its length changes with the number, so that half of one is noticed. */
export function contentOf(number: number): { number: number; text: string } {
  return { number, text: `${number}-`.repeat(1 + (number % 400)) }
}

const writers = 8
const documentsOfEach = 40
const bulk = 5

/** Writes without end, eight writers at once, each to documents of its own. Says `ready` before. */
async function write(folder: string): Promise<void> {
  const store = await openEmbeddedStore(folder)
  await store.create('written')
  const database = store.database('written')
  const stored = new Map((await database.range()).map(({ id, revision }) => [id, revision]))
  stdout.write('ready\n')

  async function told(writer: number, begins: readonly Intent[], run: () => Promise<(string | null)[]>) {
    await say({ writer, begins, revisions: [] })
    const revisions = await run()
    for (const [index, { id, number }] of begins.entries()) {
      const revision = revisions[index]
      if (number === undefined) stored.delete(id)
      else if (typeof revision === 'string') stored.set(id, revision)
    }
    await say({ writer, begins: undefined, revisions })
  }

  const draftOf = ({ id, number = 0 }: Intent) => {
    const revision = stored.get(id)
    return { id, fields: contentOf(number), private: { number }, ...(revision === undefined ? {} : { revision }) }
  }
  const anyNumber = () => randomInt(1_000_000)

  async function one(writer: number): Promise<void> {
    const id = `${writer}-${randomInt(documentsOfEach)}`
    const revision = stored.get(id)
    if (revision !== undefined && randomInt(3) === 0) {
      return told(writer, [{ id, number: undefined }], async () => [await database.remove(id, revision)])
    }
    const intent = { id, number: anyNumber() }
    return told(writer, [intent], async () => [await database.put(draftOf(intent))])
  }

  async function several(writer: number): Promise<void> {
    const first = randomInt(documentsOfEach - bulk)
    const intents = Array.from({ length: bulk }, (_, n) => ({ id: `${writer}-${first + n}`, number: anyNumber() }))
    await told(writer, intents, async () => {
      const outcomes = await database.bulk(intents.map(draftOf))
      return outcomes.map((outcome) => ('revision' in outcome ? outcome.revision : null))
    })
  }

  async function withoutEnd(writer: number): Promise<never> {
    for (;;) await (randomInt(4) === 0 ? several(writer) : one(writer))
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => withoutEnd(writer)))
}

const [, script, folder] = argv
if (script === import.meta.filename && folder !== undefined) await write(folder)
