import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { sourceStamp } from './source-stamp.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is built, in order: the server needs the browser's part only to serve it. */
const parts = [
  { name: 'server', folder: 'apps/bff', build: buildServer },
  { name: 'browser application', folder: 'apps/web', build: buildWeb },
]

/** Builds each part whose sources differ from those it was last built from; all of them with `force`, one with `only`. */
export async function build({ force = false, only } = {}) {
  for (const { name, folder, build } of parts) {
    if (only !== undefined && only !== name) continue
    const stampFile = join(root, folder, 'dist', '.built-from')
    const [stamp, built] = await Promise.all([
      sourceStamp([folder, 'packages', 'pnpm-lock.yaml', 'scripts/build.mjs'].map((path) => join(root, path))),
      readFile(stampFile, 'utf8').catch(() => undefined),
    ])
    if (!force && stamp === built) continue
    const started = performance.now()
    console.error(`Building the ${name} …`)
    await rm(stampFile, { force: true })
    await build(join(root, folder))
    await mkdir(dirname(stampFile), { recursive: true })
    await writeFile(stampFile, stamp)
    console.error(`Built the ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  }
}

/** Left outside: what finds its own files, natively compiled ones among them, relative to where it lies. */
const EXTERNAL = ['express', 'classic-level']

/** One file a process, because it starts faster than a thousand. CommonJS inside it expects names that modules do not have. */
async function buildServer(folder) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    write: false,
    entryPoints: {
      main: join(folder, 'src/main.ts'),
      strata: join(folder, 'src/strata.ts'),
      inspection: join(folder, 'src/couch/embedded/inspection.ts'),
    },
    outdir: join(folder, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: EXTERNAL,
    banner: {
      js: `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`,
    },
    logLevel: 'warning',
  })
  await mkdir(join(folder, 'dist'), { recursive: true })
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, toAscii(text))))
}

/** Node takes half the time to start a file of nothing but ASCII. What is not, in comments for the most part, is escaped. */
function toAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

async function buildWeb(folder) {
  const { build } = await import('vite')
  await build({ root: folder, logLevel: 'error' })
}

if (argv[1] === fileURLToPath(import.meta.url)) await build({ force: true })
