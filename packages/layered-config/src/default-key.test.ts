import { describe, expect, it } from 'vitest'
import { isReadByNobody, keyOfPlace, placeOfKey } from './default-key.ts'

const node = 'kazoo_apps@host'

/** As `token_buckets` has it: one key below `default`, one beside it. */
const isDeclared = (pointer: string) => ['/default', '/default/max', '/rate'].includes(pointer)

describe('a key that begins with default', () => {
  for (const { note, section, key, place } of [
    { note: 'is asked of the section default without it', section: 'default', key: '/default/max', place: '/max' },
    { note: 'also deeper down', section: 'default', key: '/default/a/b', place: '/a/b' },
    { note: 'alone it is the whole section', section: 'default', key: '/default', place: '' },
    { note: 'only once', section: 'default', key: '/default/default/max', place: '/default/max' },
    { note: 'is asked of a zone as written', section: 'z1', key: '/default/max', place: '/default/max' },
    { note: 'is asked of a node as written', section: node, key: '/default/max', place: '/default/max' },
    { note: 'any other is asked as written', section: 'default', key: '/rate', place: '/rate' },
    { note: 'also one that only looks alike', section: 'default', key: '/defaults/max', place: '/defaults/max' },
  ]) {
    it(note, () => expect(placeOfKey(section, key)).toBe(place))
  }
})

describe(keyOfPlace, () => {
  for (const { note, section, pointer, key } of [
    { note: 'a declared key of default is read as itself', section: 'default', pointer: '/rate', key: '/rate' },
    { note: 'one declared below default is read there', section: 'default', pointer: '/max', key: '/default/max' },
    { note: 'with all that lies in it', section: 'default', pointer: '/max/x', key: '/default/max/x' },
    { note: 'one that nobody declares is read as itself', section: 'default', pointer: '/other', key: '/other' },
    { note: 'below /default nobody reads', section: 'default', pointer: '/default/max', key: undefined },
    { note: 'nor /default itself', section: 'default', pointer: '/default', key: undefined },
    { note: 'the whole section is no key', section: 'default', pointer: '', key: '' },
    { note: 'a zone is read as written', section: 'z1', pointer: '/default/max', key: '/default/max' },
    { note: 'a node as well', section: node, pointer: '/max', key: '/max' },
  ]) {
    it(note, () => {
      expect(keyOfPlace(section, pointer, isDeclared)).toBe(key)
      expect(isReadByNobody(section, pointer)).toBe(key === undefined)
    })
  }
})
