import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', 'tests'])

/** A digest of the names and contents of every source file below `paths` (files or folders); tests do not count. */
export async function sourceStamp(paths) {
  const files = (await Promise.all(paths.map(sourceFiles))).flat().sort()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  const hash = createHash('sha256')
  for (const [index, file] of files.entries()) hash.update(`${file}\0`).update(contents[index]).update('\0')
  return hash.digest('hex')
}

async function sourceFiles(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (entries === undefined) return [path]
  const wanted = entries.filter(({ name }) => !SKIPPED.has(name) && !/\.test\.tsx?$/.test(name))
  return (await Promise.all(wanted.map(({ name }) => sourceFiles(join(path, name))))).flat()
}
