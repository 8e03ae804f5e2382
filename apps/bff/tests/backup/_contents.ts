import type { Store, WholeDocument } from '#bff/couch/store.ts'

/** Everything a store holds but what CouchDB keeps for itself, by database. */
export async function contentsOf(store: Store): Promise<Record<string, WholeDocument[]>> {
  const contents: Record<string, WholeDocument[]> = {}
  for (const name of await store.databases()) {
    if (name.startsWith('_')) continue
    const documents: WholeDocument[] = []
    for await (const document of store.database(name).whole()) documents.push(document)
    contents[name] = documents
  }
  return contents
}
