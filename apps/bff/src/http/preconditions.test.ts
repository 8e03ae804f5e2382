import { describe, expect, it } from 'vitest'
import { isNotModified, requireMatch } from './preconditions.ts'

describe(requireMatch, () => {
  for (const { note, ifMatch, revision, holds } of [
    { note: 'no header asks for nothing', ifMatch: undefined, revision: '1-a', holds: true },
    { note: 'no header on a create', ifMatch: undefined, revision: undefined, holds: true },
    { note: 'the current revision in quotes', ifMatch: '"1-a"', revision: '1-a', holds: true },
    { note: 'the current revision bare', ifMatch: '1-a', revision: '1-a', holds: true },
    { note: 'a weak tag', ifMatch: 'W/"1-a"', revision: '1-a', holds: true },
    { note: 'one of several', ifMatch: '"1-b", "1-a"', revision: '1-a', holds: true },
    { note: 'an older revision', ifMatch: '"1-a"', revision: '2-b', holds: false },
    { note: 'a prefix of the revision', ifMatch: '"1-"', revision: '1-a', holds: false },
    { note: 'any document', ifMatch: '*', revision: '1-a', holds: true },
    { note: 'any document where there is none', ifMatch: '*', revision: undefined, holds: false },
    { note: 'a revision where nothing is stored', ifMatch: '"1-a"', revision: undefined, holds: false },
    { note: "a config's tag, by its revision", ifMatch: '"1-a-sff00"', revision: '1-a', holds: true },
    { note: "a config's tag of an older revision", ifMatch: '"1-a-sff00"', revision: '2-b', holds: false },
    { note: "a config's tag for nothing stored", ifMatch: '"0-sff00"', revision: undefined, holds: true },
    { note: "a config's tag for nothing stored, too late", ifMatch: '"0-sff00"', revision: '1-a', holds: false },
    { note: 'an empty header', ifMatch: '', revision: '1-a', holds: false },
  ]) {
    it(`${note}: ${holds ? 'holds' : 'is refused'}`, () => {
      const check = () => requireMatch({ ifMatch }, revision)
      if (holds) expect(check).not.toThrow()
      else expect(check).toThrow(expect.objectContaining({ kind: 'precondition-failed' }))
    })
  }
})

describe(isNotModified, () => {
  for (const { note, header, etag, expected } of [
    { note: 'no header', header: undefined, etag: '1-a', expected: false },
    { note: 'no tag', header: '"1-a"', etag: undefined, expected: false },
    { note: 'the same tag', header: '"1-a"', etag: '1-a', expected: true },
    { note: 'the same tag, weak', header: 'W/"1-a"', etag: '1-a', expected: true },
    { note: 'one of several', header: '"0-x", "1-a"', etag: '1-a', expected: true },
    { note: 'any', header: '*', etag: '1-a', expected: true },
    { note: 'another tag', header: '"2-b"', etag: '1-a', expected: false },
    { note: 'the same revision under another schema', header: '"1-a-s00"', etag: '1-a-sff', expected: false },
  ]) {
    it(note, () => expect(isNotModified(header, etag)).toBe(expected))
  }
})
