import { describe, expect, it } from 'vitest'
import { attachmentPath } from './attachment-path.ts'
import { classifyDatabase } from './database-class.ts'
import { planClasses } from './plan-rule.ts'
import { sampleDocument } from './sample-document.ts'

const owner = { accountId: 'a1b2c3d4e5f60718293a4b5c6d7e8f90', userId: 'u1', month: '202611' }

describe(sampleDocument, () => {
  for (const planClass of planClasses) {
    it(`a document of class ${planClass} lies in a database of that class`, () => {
      const { database } = sampleDocument({ planClass, type: undefined }, owner)
      expect(classifyDatabase(database).class).toBe(planClass)
    })
  }

  it('a type of the system is its database', () => {
    expect(sampleDocument({ planClass: 'system', type: 'offnet' }, owner).database).toBe('offnet')
  })

  it('a voicemail of a user has a path with everything in it', () => {
    const document = sampleDocument({ planClass: 'modb', type: 'mailbox_message' }, owner)
    expect(attachmentPath('http', {}, document)).toMatch(/^a1b2.*90\/u1\/202611-[0-9a-f]{32}\/uploaded_file_\d+\.mp3$/)
    expect(attachmentPath('s3', {}, document)).toMatch(
      /^account%2Fa1%2Fb2%2F[0-9a-f]{28}-202611\/202611-[0-9a-f]{32}_upl/,
    )
  })

  it('without a user it belongs to none', () => {
    const document = sampleDocument({ planClass: 'modb', type: 'fax' }, { ...owner, userId: undefined })
    expect(attachmentPath('http', {}, document)).toMatch(/^a1b2.*90\/202611-[0-9a-f]{32}\/fax\.tiff$/)
  })
})
