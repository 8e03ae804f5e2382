import { expect, it } from 'vitest'
import { testedPart } from './tested-part.ts'

it('is all of a back-end but its name and the notes on it', () => {
  const settings = { bucket: 'b', name: 'of the bucket', _note: 1 }
  expect(testedPart({ handler: 's3', name: 'Archive', _sig: 'kazoo', settings })).toEqual({ handler: 's3', settings })
})
