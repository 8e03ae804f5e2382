import { startCouchServer } from './_couch-server.ts'

/** The CouchDB-compatible server in a process of its own: tells its parent the address, and ends with it. */
const { url, stop } = await startCouchServer()
process.send?.({ url })
process.once('disconnect', () => void stop().then(() => process.exit()))
