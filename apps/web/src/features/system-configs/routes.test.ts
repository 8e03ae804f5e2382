import { describe, expect, it } from 'vitest'
import { readCategorySearch } from './routes.ts'

describe(readCategorySearch, () => {
  for (const { note, search, read } of [
    {
      note: 'reads all it knows',
      search: { section: 'n@h', key: '/a', q: 'acl', only: 'unsaved', view: 'json', json: 'effective' },
      read: { section: 'n@h', key: '/a', q: 'acl', only: 'unsaved', view: 'json', json: 'effective' },
    },
    { note: 'leaves out the default section', search: { section: 'default' }, read: {} },
    { note: 'leaves out what no section can be called', search: { section: '_design' }, read: {} },
    {
      note: 'leaves out what it does not know',
      search: { other: 'x', only: 'odd', view: 'form', json: 'section' },
      read: {},
    },
    {
      note: 'leaves out what is no text, and keys that are no pointers',
      search: { q: 5, key: 'a', section: '' },
      read: {},
    },
  ]) {
    it(note, () => expect(readCategorySearch(search)).toEqual(read))
  }
})
