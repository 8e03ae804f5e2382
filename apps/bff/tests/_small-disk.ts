import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own with little room. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all the room there is; `left` bytes of it are given back. */
  fill(left?: number): void
  makeRoom(): void
  remove(): void
}

/** Mounts one of so many MB, in memory. Throws where this user may not mount, or nothing can be mounted here. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'strata-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmdirSync(folder)
    throw error
  }
  const parts = ['ballast', 'ballast-to-give-back'].map((name) => join(folder, name))
  const makeRoom = () => {
    for (const part of parts) rmSync(part, { force: true })
  }
  return {
    folder,
    fill(left = 0) {
      const [ballast = '', spare = ''] = parts
      write(spare, left)
      write(ballast, Number.POSITIVE_INFINITY)
      rmSync(spare)
    },
    makeRoom,
    remove() {
      execFileSync('umount', [folder], { stdio: 'pipe' })
      rmdirSync(folder)
    },
  }
}

/** Why small disks cannot be had here; undefined where they can. */
export function whyNoSmallDisk(): string | undefined {
  try {
    mountSmallDisk(1).remove()
    return undefined
  } catch {
    return 'skipped: this user may not mount a small disk, root may'
  }
}

function write(path: string, bytes: number): void {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4096)
  try {
    for (let written = 0; written < bytes; ) written += writeSync(file, block)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}
