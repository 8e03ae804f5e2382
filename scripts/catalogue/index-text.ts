import { readdirSync } from 'node:fs'
import { join } from 'node:path'

interface SchemaFile {
  id: string
  /** Below the folder of sources. */
  path: string
  /** What the file exports. */
  gives: 'schema' | 'changes'
  /** The name of that in the index. */
  name: string
}

/**
 * The text of the index of the catalogue's files in `folder`.
 * - a file's path below its version's folder is its schema's id, with dots for slashes
 * - a file of KAZOO 5 says what is otherwise (`changes`) where 4.3 has a schema of that id, else the whole `schema`
 */
export function indexText(folder: string): string {
  const of43 = filesOf(folder, 'kazoo43', () => false)
  const ids = new Set(of43.map(({ id }) => id))
  const of5 = filesOf(folder, 'kazoo5', (id) => ids.has(id))
  return [
    '// Written by `pnpm catalogue` from the names of the files in kazoo43/ and kazoo5/.',
    "import type { JsonObject } from '@strata/json'",
    ...[...of43, ...of5].map(({ path, gives, name }) => `import { ${gives} as ${name} } from './${path}'`),
    '',
    'type Entries = readonly (readonly [id: string, JsonObject])[]',
    '',
    list('schemas43', of43),
    list(
      'changes5',
      of5.filter(({ gives }) => gives === 'changes'),
    ),
    list(
      'schemas5',
      of5.filter(({ gives }) => gives === 'schema'),
    ),
  ].join('\n')
}

function filesOf(folder: string, version: string, isChange: (id: string) => boolean): SchemaFile[] {
  const paths = readdirSync(join(folder, version), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
  return paths.map((path) => {
    const id = path.slice(0, -'.ts'.length).replaceAll('/', '.')
    const name = `${version}.${id}`.replace(/[^a-zA-Z0-9]+(.)/g, (_, next: string) => next.toUpperCase())
    return { id, path: `${version}/${path}`, gives: isChange(id) ? 'changes' : 'schema', name }
  })
}

function list(name: string, files: readonly SchemaFile[]): string {
  const entries = files.map((file) => `  ['${file.id}', ${file.name}],\n`)
  return `export const ${name}: Entries = [\n${entries.join('')}]\n`
}
