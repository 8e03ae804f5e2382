import type { JsonObject } from '@strata/json'
import { type KazooVersion, type StorageLayer, stack } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { answerHere } from './route-answer.ts'

const system = {
  title: 'System',
  values: {
    attachments: { s: { name: 'Shared', handler: 's3', settings: { $withheld: true } } },
    plan: { modb: { attachments: { handler: 's' } } },
  },
}

const own = {
  attachments: { o: { handler: 's3', name: 'Own', settings: { bucket: 'kz-eu', region: 'eu-west-1' } } },
  plan: { modb: { types: { fax: { attachments: { handler: 'o', params: { folder_path: 'faxes' } } } } } },
}

function ask(type: string, document: JsonObject = own, version: KazooVersion = '4.3') {
  const layers: StorageLayer[] = [...stack({ system }), { name: 'plan', values: document }]
  return answerHere(layers, { planClass: 'modb', type, month: '202611', version })
}

describe(answerHere, () => {
  it('tells the address of a back-end of the document itself, and who decided each part', () => {
    const { back_end: backEnd, problems } = ask('fax')
    expect(problems).toEqual([])
    expect(backEnd?.id).toEqual({
      value: 'o',
      by: { layer: 'plan', level: 'type', pointer: '/plan/modb/types/fax/attachments/handler' },
    })
    expect(backEnd?.settings.folder_path?.by?.level).toBe('type')
    expect(backEnd?.target.url).toMatch(/^https:\/\/s3\.eu-west-1\.amazonaws\.com\/faxes\/account/)
    expect(backEnd?.target.host_header).toBe('kz-eu.s3.eu-west-1.amazonaws.com')
  })

  it('tells only the name of a back-end of a layer below, and does not call it incomplete', () => {
    const { back_end: backEnd, problems } = ask('mailbox_message')
    expect(backEnd?.name?.value).toBe('Shared')
    expect(backEnd?.target.url).toBeNull()
    expect(problems).toEqual([])
  })

  for (const { note, document, kind } of [
    { note: 'says what no layer defines', document: { plan: own.plan }, kind: 'undefined-back-end' },
    {
      note: 'says what the document’s own back-end lacks',
      document: { attachments: { o: { handler: 's3' } }, plan: own.plan },
      kind: 'incomplete-back-end',
    },
  ]) {
    it(note, () => expect(ask('fax', document).problems.map((problem) => problem.kind)).toEqual([kind]))
  }

  it('with a rule for the month decides nothing for KAZOO 5, and knows no such rule for 4.3', () => {
    const range = { '202601-202612': { attachments: { handler: 's' } }, '202501-202512': { connection: 'c' } }
    const document = { plan: { modb: { range, secondary_connections: ['local'] } } }
    const answer = ask('fax', document, '5')
    expect([answer.connection, answer.back_end]).toEqual([null, null])
    expect(answer.undecided.map(({ condition, is_certain }) => [condition?.key, is_certain])).toEqual([
      ['202601-202612', true],
      [undefined, false],
    ])
    expect(answer.copies.map(({ id }) => id)).toEqual(['local'])
    expect(ask('fax', document)).toMatchObject({ undecided: [], copies: [], connection: { id: { value: 'local' } } })
  })
})
