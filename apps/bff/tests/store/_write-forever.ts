import { argv, stdout } from 'node:process'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'

/** Writes documents without end, and prints the number of each one only once the store has acknowledged it. */
const [folder = '', first = '0'] = argv.slice(2)
const store = await openEmbeddedStore(folder)
await store.create('written')
const database = store.database('written')
stdout.write('ready\n')
for (let number = Number(first); ; number++) {
  await database.put({ id: `document-${number}`, fields: { number, padding: 'x'.repeat(1000) }, private: {} })
  stdout.write(`${number}\n`)
}
