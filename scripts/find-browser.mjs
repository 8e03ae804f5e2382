import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The one without a window first: it does the same for two thirds of the work. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * Path of a Chromium for the browser tests: `CHROMIUM_PATH`, else one on this machine, else Debian's package where it
 * may be installed, else Playwright's own download. Throws with what to do when there is none.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, but nothing is there.`)
    return named
  }
  return onPath() ?? fromDebian() ?? fromPlaywright()
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('No Chromium found: installing the Debian package …')
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], quiet)
  return onPath()
}

function fromPlaywright() {
  console.log("No Chromium found: installing Playwright's own …")
  try {
    execFileSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'inherit' })
    return execFileSync(
      process.execPath,
      ['-e', "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))"],
      { encoding: 'utf8' },
    ).trim()
  } catch (cause) {
    throw new Error('No Chromium for the browser tests. Install one and set CHROMIUM_PATH to it.', { cause })
  }
}
