import { describe, expect, it } from 'vitest'
import { obstacleOf, toFolderError } from './folder-errors.ts'

const ofLevel = (message: string, code = 'LEVEL_IO_ERROR') =>
  new Error('Database failed to open', { cause: Object.assign(new Error(message), { code }) })

describe(obstacleOf, () => {
  for (const reason of [
    'Permission denied',
    'Too many open files',
    'No space left on device',
    'Read-only file system',
  ]) {
    it(`never takes a folder for damaged that cannot be opened because of: ${reason}`, () => {
      const error = ofLevel(`IO error: /data/store/LOG: ${reason}`)
      expect(obstacleOf(error)).toEqual({ code: 'LEVEL_IO_ERROR', message: `IO error: /data/store/LOG: ${reason}` })
      expect(toFolderError(error, '/data').message).not.toMatch(/damaged|accept-loss/)
    })
  }

  it('is none for what LevelDB did not write', () => {
    expect(obstacleOf(ofLevel('Corruption: bad block', 'LEVEL_CORRUPTION'))).toBeUndefined()
    expect(obstacleOf(ofLevel('IO error: /data/store/000005.ldb: No such file or directory'))).toBeUndefined()
  })
})
