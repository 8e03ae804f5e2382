import type { Departure } from './step.ts'

const page = ['Fetch List of Configured System Configs Categories']
const storedReads = ['Fetch Config Category with All Node Values and Default Values', 'Fetch with defaults']

/**
 * Every place where our answers differ from the printed ones of both API documents. The HTTP tests and `run.ts` compare
 * through this table alone, and fail on a row that nothing needs any more.
 */
export const departures: readonly Departure[] = [
  {
    transcript: 'system_configs',
    field: '/timestamp',
    seed: '{TIMESTAMP}',
    ours: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    why: 'FLAG-21: KAZOO sends the zone, older releases and the document do not',
  },
  {
    transcript: 'system_configs',
    field: '/version',
    seed: '4.0.0',
    ours: /^\d+\.\d+\.\d+/,
    why: 'the version is our own',
  },
  {
    transcript: 'system_configs',
    steps: page,
    field: '/next_start_key',
    seed: 'notification.ported',
    ours: undefined,
    why: 'FLAG-8: the next key is the next lower name, and there is none after the last',
  },
  {
    transcript: 'system_configs',
    steps: page,
    field: '/page_size',
    seed: 50,
    ours: 49,
    why: 'FLAG-8: page_size counts the rows that came',
  },
  {
    transcript: 'system_configs',
    steps: storedReads,
    field: '/revision',
    seed: undefined,
    ours: '{REVISION}',
    why: 'a read carries the revision of the stored document, so that the next write can name it',
  },
  {
    transcript: 'system_configs',
    steps: ['Remove'],
    field: '/data/_read_only',
    seed: undefined,
    ours: { deleted: true },
    why: 'FLAG-19: KAZOO marks a deleted document in the answer',
  },
  ...abridged(['Create', 'Fetch'], {
    '/node': '{NODE}',
    '/timestamp': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    '/version': /^\d+\.\d+\.\d+/,
  }),
  ...abridged(['Create'], {
    '/status': 'success',
    '/request_id': '{REQUEST_ID}',
    '/revision': '{REVISION}',
    '/data/id': '{ACCOUNT_ID}',
  }),
]

/** Members of every answer that the storage document leaves out of some. */
function abridged(steps: readonly string[], members: Readonly<Record<string, string | RegExp>>): Departure[] {
  return Object.entries(members).map(([field, ours]) => ({
    transcript: 'storage',
    steps,
    field,
    seed: undefined,
    ours,
    why: 'the printed answer is abridged: KAZOO sends this with every answer of the kind',
  }))
}
