import type { InheritedStorage, SessionInfo } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { focusManager } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { waitingDrafts } from '#web/lib/draft/kept-drafts.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { failure } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { readStorageSearch } from '../routes.ts'
import { accountId, startFakeStorage } from '../testing/fake-storage-server.ts'
import { AccountStoragePage } from './account-storage-page.tsx'

// Whole pages with dozens of fields: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })
afterEach(() => vi.unstubAllGlobals())

const s3 = 'a1'.repeat(16)
const http = 'b2'.repeat(16)
const shared = 'c3'.repeat(16)
const secret = { $secret: 'set', fingerprint: '0123456789ab' }

const fields: JsonObject = {
  attachments: {
    [s3]: {
      handler: 's3',
      name: 'EU recordings',
      settings: { bucket: 'kz-eu-1', region: 'eu-west-1', key: 'K', secret },
    },
    [http]: {
      handler: 'http',
      name: 'Fax archive',
      settings: { url: 'https://fax.example.net/in', verb: 'POST' },
      x: 1,
    },
  },
  plan: {
    modb: { types: { mailbox_message: { attachments: { handler: s3 } }, fax: { attachments: { handler: http } } } },
  },
  kept: { by: 'KAZOO' },
}

const system: InheritedStorage['layers'][number] = {
  layer: 'system',
  name: 'System',
  attachments: { [shared]: { name: 'Shared bucket', handler: 's3' } },
  connections: {},
  plan: { modb: { attachments: { handler: shared } } },
}

interface Setting {
  fields?: JsonObject
  revision?: number
  inherited?: InheritedStorage['layers']
  session?: Partial<SessionInfo>
}

function Shown() {
  return <AccountStoragePage accountId={accountId} search={readStorageSearch(useSearch({ strict: false }))} />
}

async function open({ session = {}, ...storage }: Setting) {
  const server = startFakeStorage(storage)
  const console = await renderInConsole(
    <SessionProvider session={sessionOf(session)}>
      <Shown />
      <ToastRegion />
    </SessionProvider>,
  )
  await screen.findByRole('heading', { name: 'Routes' })
  await screen.findByRole('heading', { name: 'Acme Corp' })
  return { server, console, user: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const card = (name: string) => screen.getByRole('region', { name })
const saves = () => screen.queryByRole('region', { name: 'Unsaved changes' })
const loadTheirs = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
  await screen.findByText('The current version is loaded')
}
const whose = (name: string) =>
  within(screen.getByRole('radiogroup', { name: new RegExp(`^${name}.*: whose value is kept$`) }))
/** At once: what is typed key by key draws the page as often. */
const paste = async (user: ReturnType<typeof userEvent.setup>, into: HTMLElement, text: string) => {
  await user.click(into)
  await user.paste(text)
}
const save = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(button('Save'))
  await waitFor(() => expect(saves()).toBeNull())
}

describe('an account without a document', () => {
  it('has its first back-end written and used in a minute, and stored exactly so', async () => {
    const { server, user } = await open({})
    await user.click(button(/Amazon S3/))
    await user.clear(field('Name'))
    await user.paste('S3 Storage')
    await paste(user, field(/^Bucket/), 'invented-bucket')
    await paste(user, field(/^Access key id/), 'INVENTED')
    await paste(user, field(/^Secret access key/), 'invented-secret')
    await user.click(button('Voicemail'))
    await save(user)
    const id = Object.keys(JSON.parse(JSON.stringify(server.stored())).attachments)[0] ?? ''
    expect(id).toMatch(/^[a-z0-9]{32}$/)
    expect(server.writes).toEqual([
      {
        method: 'PUT',
        ifMatch: null,
        data: {
          attachments: {
            [id]: {
              handler: 's3',
              name: 'S3 Storage',
              settings: { bucket: 'invented-bucket', key: 'INVENTED', secret: 'invented-secret' },
            },
          },
          plan: { modb: { types: { mailbox_message: { attachments: { handler: id } } } } },
        },
      },
    ])
  })

  it('says what is missing only once a save was tried, and sends nothing', async () => {
    const { server, user } = await open({})
    await user.click(button(/Amazon S3/))
    expect(screen.queryByText('Is needed.')).toBeNull()
    await user.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('3 things must be corrected before this can be stored')).toBeDefined()
    expect(field(/^Bucket/).getAttribute('aria-invalid')).toBe('true')
    expect(server.writes).toEqual([])
  })

  it('is told that the plan its account document names does not count yet', async () => {
    const plan = { ...system, layer: 'plan', name: 'EU resellers' } as const
    await open({ inherited: [plan] })
    expect(screen.getByText(/names the plan “EU resellers”/)).toBeDefined()
    expect(screen.queryByText('plan EU resellers')).toBeNull()
  })
})

describe('the card of a back-end', () => {
  it('says what it is, where it leads and what uses it', async () => {
    await open({ fields })
    expect(card('EU recordings').textContent).toContain('S3 bucket kz-eu-1 in eu-west-1')
    expect(card('EU recordings').textContent).toContain('used by voicemail')
    expect(card('EU recordings').textContent).toContain('not tested yet')
    expect(within(card('Fax archive')).getByText('POST to https://fax.example.net/in')).toBeDefined()
  })

  it('keeps the stored secret, everything untouched and what no schema knows, on the revision it stands on', async () => {
    const { server, user } = await open({ fields })
    await user.click(button('Edit EU recordings'))
    await user.type(screen.getByRole('combobox', { name: /^Region/ }), 'b')
    await save(user)
    const settings = { bucket: 'kz-eu-1', region: 'eu-west-1b', key: 'K', secret }
    expect(server.writes).toEqual([
      {
        method: 'POST',
        ifMatch: '"1-a"',
        data: {
          ...fields,
          attachments: { [s3]: { handler: 's3', name: 'EU recordings', settings }, [http]: at(fields, http) },
        },
      },
    ])
  })

  it('keeps each kind’s values until it is saved', async () => {
    const { user } = await open({ fields })
    await user.click(button('Edit EU recordings'))
    await user.click(screen.getByRole('radio', { name: /Azure Blob/ }))
    expect(card('EU recordings').textContent).toContain('Azure, no container yet')
    expect(field('Name').value).toBe('EU recordings')
    await paste(user, field(/^Container/), 'prompts')
    await user.click(screen.getByRole('radio', { name: /Amazon S3/ }))
    expect(field(/^Bucket/).value).toBe('kz-eu-1')
    expect(saves()).toBeNull()
    await user.click(screen.getByRole('radio', { name: /Azure Blob/ }))
    expect(field(/^Container/).value).toBe('prompts')
  })

  it('warns before one that is in use is removed, and takes the routes with it', async () => {
    const { server, user } = await open({ fields })
    await user.click(button('Remove Fax archive'))
    const question = screen.getByRole('alertdialog', { name: 'Remove Fax archive?' })
    expect(question.textContent).toContain('It is used by faxes.')
    await user.click(within(question).getByRole('button', { name: 'Remove' }))
    await save(user)
    expect(server.stored()).toEqual({
      attachments: { [s3]: at(fields, s3) },
      plan: { modb: { types: { mailbox_message: { attachments: { handler: s3 } } } } },
      kept: { by: 'KAZOO' },
    })
  })

  it('folds what most can do without, and says how much of it is set', async () => {
    const { user } = await open({
      fields: {
        attachments: {
          [s3]: {
            handler: 's3',
            settings: { bucket: 'kz-eu-1', host: 'h', bucket_after_host: true, key: 'K', secret },
          },
        },
      },
    })
    await user.click(button('Edit s3'))
    expect(field(/^Host/).value).toBe('h')
    expect(screen.queryByRole('radiogroup', { name: /^Bucket after/ })).toBeNull()
    await user.click(button('Advanced (1 set)'))
    expect(screen.getByRole('radiogroup', { name: /^Bucket after/ })).toBeDefined()
  })
})

describe('a route', () => {
  const files = (route: string) => button(new RegExp(`${route}: Files go to`))

  it('offers the back-ends of this document and of the layers below, by the layer’s name', async () => {
    const { user } = await open({ fields, inherited: [system] })
    await user.click(files('Call recording'))
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'InheritNow Shared bucket, system',
      'EU recordingsAmazon S3 · defined here',
      'Fax archiveHTTP · defined here',
      'Shared bucketAmazon S3 · from the system',
    ])
  })

  it('goes where it is sent, and back to what it inherits', async () => {
    const { server, user } = await open({ fields, inherited: [system] })
    await user.click(files('Call recording'))
    await user.click(screen.getByRole('option', { name: /^Shared bucket/ }))
    await user.click(files('Fax'))
    await user.click(screen.getByRole('option', { name: /^Inherit/ }))
    await save(user)
    expect(server.stored()?.plan).toEqual({
      modb: {
        types: {
          mailbox_message: { attachments: { handler: s3 } },
          call_recording: { attachments: { handler: shared } },
        },
      },
    })
  })

  it('says who decided it', async () => {
    await open({ fields, inherited: [system] })
    const row = (name: string) => screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr')
    expect(row('Voicemail')?.textContent).toContain('here')
    expect(row('Call recording')?.textContent).toContain('system')
    expect(row('Function code')?.textContent).toContain('built in')
  })

  it('that names what nobody defines is marked and not sent', async () => {
    const { server, user } = await open({ fields: { plan: { modb: { attachments: { handler: s3 } } } } })
    expect(screen.getByText(/Neither this document nor a layer below it defines/)).toBeDefined()
    await user.type(field('Fax: Folder'), 'f')
    await user.click(button('Save'))
    expect(server.writes).toEqual([])
  })

  it('can be given to a type that has no row yet', async () => {
    const { server, user } = await open({ fields })
    await user.click(screen.getAllByRole('button', { name: 'Add another type' })[0] ?? document.body)
    await paste(user, screen.getByRole('combobox', { name: 'Type of document' }), 'odd_type')
    await user.click(button('Add'))
    await user.type(field('odd_type: Folder'), 'f')
    await save(user)
    expect(server.stored()?.plan).toMatchObject({
      modb: { types: { odd_type: { attachments: { params: { folder_path: 'f' } } } } },
    })
  })
})

describe('the steps of a draft', () => {
  it('are taken back and made again, a word at a time', async () => {
    const { user } = await open({ fields })
    const folder = () => field('Voicemail: Folder').value
    await user.type(field('Voicemail: Folder'), 'vm')
    await user.type(field('Fax: Folder'), 'fx')
    await user.click(button('Undo'))
    expect([folder(), field('Fax: Folder').value]).toEqual(['vm', ''])
    await user.keyboard('{Control>}z{/Control}')
    expect(folder()).toBe('')
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await user.keyboard('{Control>}y{/Control}')
    expect(folder()).toBe('vm')
  })
})

describe('a draft that was left', () => {
  it('is there again after a reload, without the secrets that were typed', async () => {
    const { user } = await open({ fields })
    await user.type(field('Voicemail: Folder'), 'vm')
    await user.click(button('Edit EU recordings'))
    await user.click(button('Replace'))
    await paste(user, field(/^Secret/), 'typed-secret')
    cleanup()
    expect(JSON.stringify({ ...localStorage })).not.toContain('typed-secret')
    const again = await open({ fields })
    await screen.findByText(/Restored your unsaved change from .*not kept; type it again: EU recordings · Secret/)
    expect(field('Voicemail: Folder').value).toBe('vm')
    await again.user.click(button('Undo'))
    expect(field('Voicemail: Folder').value).toBe('')
    cleanup()
    await open({ fields })
    expect(screen.queryByText(/^Restored/)).toBeNull()
  })

  it('is left without a question as long as no secret is in it, which would be lost', async () => {
    const { console, user } = await open({ fields })
    await user.type(field('Voicemail: Folder'), 'vm')
    await console.visit('/elsewhere')
    expect(console.path()).toBe('/elsewhere')
    expect(waitingDrafts(sessionOf())).toEqual([
      { document: `/v2/accounts/${accountId}/storage`, page: { path: '/here', title: 'Acme Corp' } },
    ])
    await user.click(button('Edit EU recordings'))
    await user.click(button('Replace'))
    await paste(user, field(/^Secret/), 'typed-secret')
    await console.visit('/another')
    expect(console.path()).toBe('/elsewhere')
    await screen.findByRole('alertdialog', { name: 'Leave without saving?' })
  })

  it('stands on what the document became meanwhile', async () => {
    const { user } = await open({ fields })
    await user.type(field('Voicemail: Folder'), 'vm')
    cleanup()
    await open({ fields: { ...fields, theirs: true }, revision: 2 })
    await screen.findByText(/The stored document has changed since/)
    expect(field('Voicemail: Folder').value).toBe('vm')
  })
})

describe('what the server refuses', () => {
  const errors = {
    [`attachments.${s3}`]: { not_one_schema_valid: { message: 'failed' } },
    [`attachments.${s3}.settings.bucket`]: { error: { message: 'This bucket is not allowed.' } },
    'plan.modb.types.fax.attachments.handler': { error: { message: 'This route is not allowed.' } },
  }

  it('stands at its field until that is changed', async () => {
    const { server, user } = await open({ fields })
    server.refuseOnce(failure(400, 'validation error', errors))
    await user.click(button('Edit EU recordings'))
    await user.type(screen.getByRole('combobox', { name: /^Region/ }), 'b')
    await user.click(button('Save'))
    await screen.findByText('2 things must be corrected before this can be stored')
    expect(field(/^Bucket/).getAttribute('aria-invalid')).toBe('true')
    expect(within(card('EU recordings')).getByText('This bucket is not allowed.')).toBeDefined()
    expect(screen.queryByText('failed')).toBeNull()
    await user.type(field(/^Bucket/), '2')
    expect(field(/^Bucket/).getAttribute('aria-invalid')).not.toBe('true')
    expect(screen.getAllByText('This route is not allowed.').length).toBeGreaterThan(0)
  })

  it('because of another revision loses nothing: theirs is loaded and the changes put on top', async () => {
    const { server, user } = await open({ fields })
    server.change({ ...fields, theirs: true })
    await user.type(field('Voicemail: Folder'), 'vm')
    await user.click(button('Save'))
    await loadTheirs(user)
    expect(screen.getByText('revision 2')).toBeDefined()
    await user.click(button('Save'))
    await waitFor(() => expect(server.writes).toHaveLength(2))
    expect(server.writes[1]).toMatchObject({ ifMatch: '"2-a"', data: { theirs: true } })
    expect(field('Voicemail: Folder').value).toBe('vm')
  })

  it('keeps what both sides put where there was nothing before', async () => {
    const { server, user } = await open({ fields })
    const attachments = { handler: s3, params: { theirs: 1 } }
    server.change({ ...fields, plan: { modb: { types: { mailbox_message: { attachments } } } } })
    await user.type(field('Voicemail: Folder'), 'vm')
    await user.click(button('Save'))
    await loadTheirs(user)
    expect(screen.getByText('revision 2')).toBeDefined()
    await user.click(button('Save'))
    await waitFor(() => expect(server.writes).toHaveLength(2))
    expect(server.writes[1]).toMatchObject({
      data: {
        plan: { modb: { types: { mailbox_message: { attachments: { params: { theirs: 1, folder_path: 'vm' } } } } } },
      },
    })
  })
})

describe('what both sides changed', () => {
  const entry = (changes: JsonObject, settings: JsonObject = {}): JsonObject => {
    const before = { handler: 's3', name: 'EU recordings', ...changes }
    return {
      ...fields,
      attachments: {
        ...(fields.attachments as JsonObject),
        [s3]: { ...before, settings: { bucket: 'kz-eu-1', region: 'eu-west-1', key: 'K', secret, ...settings } },
      },
    }
  }

  it('is told by name with both values until it is read, and theirs can be taken', async () => {
    const { server, user } = await open({ fields })
    await user.click(button('Edit EU recordings'))
    await paste(user, field(/^Bucket/), '-mine')
    server.change(entry({ name: 'Theirs' }, { bucket: 'kz-theirs' }))
    await user.click(button('Save'))
    await loadTheirs(user)
    expect(card('Theirs')).toBeDefined()
    const bucket = whose('Theirs · Bucket')
    expect(bucket.getByRole('radio', { name: 'Mine: kz-eu-1-mine' }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getAllByRole('radiogroup', { name: /whose value is kept/ })).toHaveLength(1)
    await user.click(bucket.getByRole('radio', { name: 'Theirs: kz-theirs' }))
    await waitFor(() => expect(field(/^Bucket/).value).toBe('kz-theirs'))
    await user.click(button('Close this note'))
    expect(screen.queryByRole('radiogroup', { name: /whose value is kept/ })).toBeNull()
  })

  it('names a back-end where a route leads to it, and says no more of a secret than that it is one', async () => {
    const { server, user } = await open({ fields, inherited: [system] })
    await user.click(button('Edit EU recordings'))
    await user.click(button('Replace'))
    await paste(user, field(/^Secret/), 'typed-secret')
    await user.click(button(/Fax: Files go to/))
    await user.click(screen.getByRole('option', { name: /^EU recordings/ }))
    server.change({
      ...entry({}, { secret: { ...secret, fingerprint: 'ba9876543210' } }),
      plan: {
        modb: {
          types: { mailbox_message: { attachments: { handler: s3 } }, fax: { attachments: { handler: shared } } },
        },
      },
    })
    await user.click(button('Save'))
    await loadTheirs(user)
    const route = whose('Monthly data · Fax · Handler')
    expect(route.getByRole('radio', { name: 'Mine: EU recordings' })).toBeDefined()
    expect(route.getByRole('radio', { name: 'Theirs: Shared bucket' })).toBeDefined()
    expect(whose('EU recordings · Secret').getByRole('radio', { name: 'Mine: a secret' })).toBeDefined()
    expect(whose('EU recordings · Secret').getByRole('radio', { name: 'Theirs: a secret' })).toBeDefined()
    expect(
      screen
        .getAllByRole('note')
        .map(({ textContent }) => textContent)
        .join(),
    ).not.toContain('typed-secret')
  })
})

describe('a document that somebody else deleted', () => {
  async function openDeleted() {
    const opened = await open({ fields })
    await opened.user.type(field('Voicemail: Folder'), 'vm')
    opened.server.remove()
    await opened.user.click(button('Save'))
    await screen.findByText(/^This document was deleted meanwhile by somebody else/)
    return opened
  }

  it('is made anew from what I have, without the secrets that are gone with it', async () => {
    const { server, user } = await openDeleted()
    await user.click(button('Keep mine as a new document'))
    await screen.findByText('It was deleted meanwhile: saving makes it anew')
    expect(field('Voicemail: Folder').value).toBe('vm')
    await user.click(button('Edit EU recordings'))
    await paste(user, field(/^Secret/), 'again')
    await save(user)
    expect(server.writes.at(-1)).toMatchObject({
      method: 'PUT',
      ifMatch: null,
      data: { attachments: { [s3]: { settings: { bucket: 'kz-eu-1', secret: 'again' } } }, kept: { by: 'KAZOO' } },
    })
  })

  it('can be let go of with what I have', async () => {
    const { user } = await openDeleted()
    await user.click(button('Discard mine'))
    await screen.findByRole('heading', { name: 'No storage document yet' })
    expect(saves()).toBeNull()
    expect(localStorage).toHaveLength(0)
  })
})

describe('a save without an answer', () => {
  it('says so, and leaves the draft as it is', async () => {
    const { server, user } = await open({ fields })
    await user.type(field('Voicemail: Folder'), 'vm')
    server.refuseOnce(Response.error())
    await user.click(button('Save'))
    const told = await screen.findByRole('alertdialog', { name: 'Not stored' })
    expect(told.textContent).toContain('The server does not answer. Your changes stay here')
    expect(field('Voicemail: Folder').value).toBe('vm')
    await user.click(within(told).getByRole('button', { name: 'Dismiss' }))
    await save(user)
    expect(server.stored()).toMatchObject({
      plan: { modb: { types: { mailbox_message: { attachments: { params: { folder_path: 'vm' } } } } } },
    })
  })
})

describe('what cannot be read again', () => {
  it('takes neither the page nor what was typed', async () => {
    const { user } = await open({ fields })
    await user.type(field('Voicemail: Folder'), 'vm')
    const asked: string[] = []
    vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
      asked.push(String(input))
      throw new TypeError('Failed to fetch')
    })
    act(() => focusManager.onFocus())
    await waitFor(() => expect(asked.length).toBeGreaterThan(2))
    await act(async () => await Promise.resolve())
    expect(field('Voicemail: Folder').value).toBe('vm')
  })
})

describe('the document', () => {
  it('is deleted after a question, on the revision that was looked at', async () => {
    const { server, user } = await open({ fields })
    await user.click(button('More'))
    await user.click(screen.getByRole('menuitem', { name: 'Delete this document' }))
    const question = screen.getByRole('alertdialog', { name: /^Delete/ })
    expect(question.textContent).toContain('can no longer be read back')
    await user.click(within(question).getByRole('button', { name: 'Delete' }))
    await screen.findByRole('heading', { name: 'No storage document yet' })
    expect(server.writes).toEqual([{ method: 'DELETE', ifMatch: '"1-a"', data: {} }])
  })

  it('is not changed on a store that is read-only', async () => {
    const { user } = await open({ fields, session: { read_only: 'This store belongs to KAZOO.' } })
    expect(screen.queryByRole('button', { name: 'Add back-end' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull()
    await user.click(button('Show EU recordings'))
    expect(field(/^Bucket/).readOnly).toBe(true)
    expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull()
  })
})

function at(document: JsonObject, id: string): unknown {
  return JSON.parse(JSON.stringify(document)).attachments[id]
}
