import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { api } from '#web/lib/api-client.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { failure } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = {
  fudge_ms: { type: 'integer', title: 'Fudge' },
  timeout_ms: { type: 'integer', title: 'Timeout' },
  bindings: { type: 'array', title: 'Bindings', items: { type: 'string' } },
  pool: { type: 'object', title: 'Pool', properties: { size: { type: 'integer', title: 'Size' } } },
}
const defaults = { fudge_ms: 100, timeout_ms: 2000 }

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

async function open(
  sections: Record<string, JsonObject>,
  search = '',
  readOnly: string | null = null,
  declared: JsonObject = properties,
) {
  const server = startFakeServer({ sections, defaults }, declared)
  const console = await renderInConsole(
    <SessionProvider session={sessionOf({ read_only: readOnly })}>
      <Shown />
      <ToastRegion />
    </SessionProvider>,
    `/system-configs/sysconf${search}`,
  )
  await screen.findByRole('textbox', { name: 'Fudge' })
  return { server, console, user: userEvent.setup() }
}

const field = (name: string) => screen.getByRole('textbox', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const row = (pointer: string) => {
  const found = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`)
  if (found === null) throw new Error(`no row at ${pointer}`)
  return found
}
const node = '?section=app%40n1.z1'

describe('what a row says', () => {
  it('names KAZOO’s built-in value where nothing is stored, never the schema’s as its own', async () => {
    await open({ default: {} })
    expect(field('Fudge')).toHaveProperty('placeholder', '100')
  })

  it('marks what a node inherits although the schema refuses it, and leads to it', async () => {
    const { user } = await open({ default: { fudge_ms: 'many' }, 'app@n1.z1': {} }, node)
    expect(row('/fudge_ms').textContent).toContain('invalid in default: Must be a whole number.')
    expect(row('/timeout_ms').textContent).not.toContain('invalid')
    await user.click(screen.getByRole('link', { name: 'Mend it in default' }))
    await waitFor(() => expect(field('Fudge')).toHaveProperty('value', 'many'))
    expect(document.activeElement).toBe(row('/fudge_ms'))
  })

  it('says in the field what its chain says: nothing of an object that its section sets as a whole is inherited', async () => {
    const { user } = await open({ default: { map: { b: 2 } }, z1: { map: { a: 1 } } }, '?section=z1')
    await user.click(button('map'))
    expect(row('/map/b').textContent).toContain('not read')
    expect(within(row('/map/b')).getByRole('textbox')).toHaveProperty('placeholder', 'not read')
  })

  it('shows what a node inherits, and from which layer', async () => {
    await open({ default: { fudge_ms: 150 }, 'app@n1.z1': {} }, node)
    expect(field('Fudge')).toHaveProperty('placeholder', '150')
    expect(row('/fudge_ms').textContent).toContain('default 150 ← schema 100')
  })

  it('shows what is set here and what that overrides', async () => {
    await open({ default: { fudge_ms: 150 }, 'app@n1.z1': { fudge_ms: 101 } }, node)
    expect(row('/fudge_ms').textContent).toContain('set here 101 ← default 150 ← schema 100')
    expect(within(row('/fudge_ms')).getByText('150').tagName).toBe('S')
  })
})

it('keeps a group that was opened by hand open in the next section', async () => {
  const { user, console } = await open({ default: {}, z2: {} })
  expect(screen.queryByRole('textbox', { name: 'Size' })).toBeNull()
  await user.click(button(/^Pool/))
  screen.getByRole('textbox', { name: 'Size' })
  await console.visit('/system-configs/sysconf?section=z2')
  await waitFor(() => expect(button(/^Pool/).getAttribute('aria-expanded')).toBe('true'))
  screen.getByRole('textbox', { name: 'Size' })
})

describe('a link to a key', () => {
  it('puts the focus on its row; Enter goes into the field, where typing replaces what is there', async () => {
    const { user } = await open({ default: { fudge_ms: 150 } }, '?key=%2Ffudge_ms')
    await waitFor(() => expect(document.activeElement).toBe(row('/fudge_ms')))
    await user.keyboard('9')
    expect(field('Fudge')).toHaveProperty('value', '150')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(field('Fudge'))
    await user.keyboard('9')
    expect(field('Fudge')).toHaveProperty('value', '9')
  })

  it('leaves the caret where the mouse puts it', async () => {
    const { user } = await open({ default: { fudge_ms: 150 } })
    await user.click(field('Fudge'))
    await user.keyboard('9')
    expect(field('Fudge')).toHaveProperty('value', '1509')
  })
})

describe('saving', () => {
  it('sends the changed leaves on the revision that was read, and says what nodes still do', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 }, 'app@n1.z1': { timeout_ms: 1 } }, node)
    await user.type(field('Fudge'), '101')
    expect(row('/fudge_ms').textContent).toContain('unsaved')
    expect(screen.getByRole('region', { name: 'Unsaved changes' }).textContent).toContain('1 change')
    await user.keyboard('{Control>}s{/Control}')
    await screen.findByText(/Nodes read this after a flush/)
    expect(server.writes).toEqual([
      {
        base_revision: '1-a',
        operations: [{ section: 'app@n1.z1', pointer: '/fudge_ms', op: 'set', value: 101 }],
      },
    ])
    expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull()
    expect(row('/fudge_ms').textContent).toContain('set here')
  })

  it('says that a value equal to what it inherits is not stored, and keeps it as a pin when asked', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 }, z2: {} }, '?section=z2')
    await user.type(field('Fudge'), '150')
    expect(row('/fudge_ms').textContent).toContain('not stored: same as default')
    expect(row('/fudge_ms').textContent).not.toContain('set here')
    await user.click(button('Keep as a pin'))
    expect(row('/fudge_ms').textContent).toContain('pinned')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([
      { section: 'z2', pointer: '/fudge_ms', op: 'set', value: 150, pin: true },
    ])
  })

  it('goes to what is invalid instead of sending it', async () => {
    const { user, server } = await open({ default: {} })
    await user.type(field('Timeout'), 'many')
    await user.click(button(/^Save/))
    expect(server.writes).toEqual([])
    screen.getByText('Must be a whole number.')
    expect(document.activeElement).toBe(field('Timeout'))
    act(() => row('/fudge_ms').focus())
    await user.keyboard('{Control>}s{/Control}5')
    expect(field('Timeout')).toHaveProperty('value', '5')
  })

  it('takes the server’s errors to their fields, until the value is another one', async () => {
    const { user, server } = await open({ default: {}, 'app@n1.z1': {} }, node)
    server.refuseOnce(
      failure(400, 'validation error', { 'app@n1%2Ez1.fudge_ms': { minimum: { message: 'At least 200, please.' } } }),
    )
    await user.type(field('Fudge'), '101')
    await user.click(button(/^Save/))
    await waitFor(() => expect(row('/fudge_ms').textContent).toContain('At least 200, please.'))
    await user.type(field('Fudge'), '1')
    expect(row('/fudge_ms').textContent).not.toContain('At least 200, please.')
  })

  it('says that the document changed meanwhile, and loads it under the draft', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 } })
    await user.clear(field('Fudge'))
    await user.type(field('Fudge'), '101')
    server.change({ default: { fudge_ms: 160, timeout_ms: 5 } })
    await user.click(button(/^Save/))
    await screen.findByText(/was changed meanwhile/)
    await user.click(button('Load the current version, keep my changes'))
    await waitFor(() => expect(field('Timeout')).toHaveProperty('value', '5'))
    expect(field('Fudge')).toHaveProperty('value', '101')
    expect(row('/fudge_ms').textContent).toContain('was 160')
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes.at(-1)?.base_revision).toBe('2-a'))
  })
})

describe('somebody who comes back to the page', () => {
  const back = () => act(async () => void window.dispatchEvent(new Event('focus')))

  it('sees what others stored meanwhile', async () => {
    const { server } = await open({ default: { fudge_ms: 150 } })
    await back()
    expect(screen.queryByRole('alertdialog')).toBeNull()
    server.change({ default: { fudge_ms: 160 } })
    await back()
    await waitFor(() => expect(field('Fudge')).toHaveProperty('value', '160'))
    await screen.findByRole('alertdialog', { name: 'The current version is loaded' })
  })

  it('is told of it where there is a draft, which stays', async () => {
    const { server, user } = await open({ default: { fudge_ms: 150 } })
    await user.type(field('Timeout'), '5')
    server.change({ default: { fudge_ms: 160 } })
    await back()
    await screen.findByText(/was changed meanwhile/)
    expect([field('Timeout'), field('Fudge')].map((each) => each.getAttribute('value'))).toEqual(['5', '150'])
    await user.click(button('Load the current version, keep my changes'))
    await waitFor(() => expect(field('Fudge')).toHaveProperty('value', '160'))
    expect(field('Timeout')).toHaveProperty('value', '5')
  })
})

describe('what both sides changed', () => {
  const whose = (name: string) => within(screen.getByRole('radiogroup', { name: `${name}: whose value is kept` }))

  it('is told by field with both values until it is read, and theirs can be taken', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 } })
    await user.type(field('Timeout'), '7')
    await user.clear(field('Fudge'))
    await user.type(field('Fudge'), '101')
    server.change({ default: { fudge_ms: 160 } })
    await user.click(button(/^Save/))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    await screen.findByText(/^One place was changed on both sides/)
    const fudge = whose('fudge_ms in default')
    expect(fudge.getByRole('radio', { name: 'Mine: 101' }).getAttribute('aria-checked')).toBe('true')
    await user.click(fudge.getByRole('radio', { name: 'Theirs: 160' }))
    expect(field('Fudge')).toHaveProperty('value', '160')
    await user.click(button(/^Save/))
    await waitFor(() =>
      expect(server.writes.at(-1)).toEqual({
        base_revision: '2-a',
        operations: [{ section: 'default', pointer: '/timeout_ms', op: 'set', value: 7 }],
      }),
    )
    await waitFor(() => expect(screen.queryByText(/changed on both sides/)).toBeNull())
  })

  it('says no more of a secret than that it is one, whoever typed it', async () => {
    const stored = (fingerprint: string) => ({ default: { password: { $secret: 'set', fingerprint } } })
    const declared: JsonObject = { ...properties, password: { type: 'string', title: 'Password' } }
    const { user, server } = await open(stored('0123456789ab'), '', null, declared)
    await user.click(button('Replace'))
    await user.type(screen.getByRole('textbox', { name: /^Password/ }), 'typed-secret')
    server.change(stored('ba9876543210'))
    await user.click(button(/^Save/))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    await screen.findByText(/^One place was changed on both sides/)
    for (const name of ['Mine: a secret', 'Theirs: a secret']) whose('password in default').getByRole('radio', { name })
    expect(screen.getByRole('note').textContent).not.toContain('typed-secret')
  })
})

describe('a save without an answer', () => {
  it('says so, and leaves the draft as it is; one that was stored all the same is no conflict', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 } })
    await user.clear(field('Fudge'))
    await user.type(field('Fudge'), '101')
    server.refuseOnce(Response.error())
    await user.click(button(/^Save/))
    const told = await screen.findByRole('alertdialog', { name: 'Not stored' })
    expect(told.textContent).toContain('The server does not answer. Your changes stay here')
    expect(field('Fudge')).toHaveProperty('value', '101')
    server.change({ default: { fudge_ms: 101 } })
    await user.click(within(told).getByRole('button', { name: 'Try again' }))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    await screen.findByText('It says everything you had changed already.')
    expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull()
  })
})

describe('what was told of a save', () => {
  const told = () => screen.queryByRole('alertdialog', { name: 'Not stored' })

  it('goes when the next one is stored', async () => {
    const { user, server } = await open({ default: {} })
    await user.type(field('Fudge'), '101')
    server.refuseOnce(Response.error())
    await user.click(button(/^Save/))
    await screen.findByRole('alertdialog', { name: 'Not stored' })
    await user.click(button(/^Save/))
    await screen.findByText(/Nodes read this after a flush/)
    await waitFor(() => expect(told()).toBeNull())
  })

  it('is nothing where the session ended: that asks for the password itself', async () => {
    const { user, server } = await open({ default: {} })
    await user.type(field('Fudge'), '101')
    const isAsked = vi.fn()
    const forget = api.onUnauthenticated(isAsked)
    server.refuseOnce(failure(401, 'invalid_credentials', { message: 'invalid credentials' }))
    await user.click(button(/^Save/))
    await waitFor(() => expect(isAsked).toHaveBeenCalledOnce())
    await waitFor(() => expect(button(/^Save/)).toHaveProperty('disabled', false))
    forget()
    expect(told()).toBeNull()
    expect(field('Fudge')).toHaveProperty('value', '101')
  })
})

describe('going back', () => {
  it('resets to a named target', async () => {
    const { user, server } = await open({ default: { fudge_ms: 150 }, z2: { fudge_ms: 7 } }, '?section=z2')
    await user.click(button('Reset to 150 (default)'))
    expect(row('/fudge_ms').textContent).toContain('7 removed')
    await user.click(button('Put back 7'))
    expect(field('Fudge')).toHaveProperty('value', '7')
    await user.click(button('Reset to 150 (default)'))
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([{ section: 'z2', pointer: '/fudge_ms', op: 'remove' }])
  })

  it('undoes and does again by keys', async () => {
    const { user } = await open({ default: { fudge_ms: 150 } })
    await user.type(field('Fudge'), '7')
    await user.keyboard('{Control>}z{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '150')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(field('Fudge')).toHaveProperty('value', '1507')
  })

  it('discards only after asking', async () => {
    const { user } = await open({ default: { fudge_ms: 150 } })
    await user.type(field('Fudge'), '7')
    await user.click(button('Discard'))
    await user.click(within(screen.getByRole('alertdialog', { name: 'Discard all changes?' })).getByText('Discard'))
    expect(field('Fudge')).toHaveProperty('value', '150')
  })
})

describe('a value that no node reads', () => {
  const limits: JsonObject = {
    ...properties,
    default: { type: 'object', title: 'Default', properties: { limit: { type: 'integer', title: 'Limit' } } },
  }

  it('says so and goes to where nodes look for it', async () => {
    const { user, server } = await open({ default: { default: { limit: 7 } } }, '', null, limits)
    expect(row('/default/limit').textContent).toContain('no node reads this: KAZOO looks at limit of this section')
    await user.click(within(row('/default/limit')).getByRole('button', { name: 'Move it there' }))
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([
      { section: 'default', pointer: '/default/limit', op: 'remove' },
      { section: 'default', pointer: '/limit', op: 'set', value: 7 },
    ])
  })
})

describe('sections', () => {
  it('are removed only after asking, and with the save', async () => {
    const { user, server } = await open({ default: {}, z1: { fudge_ms: 5 } }, '?section=z1')
    await user.click(button('Remove section z1'))
    await user.click(button('Remove section'))
    expect(server.writes).toEqual([])
    await user.click(button(/^Save/))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([{ section: 'z1', pointer: '', op: 'remove' }])
  })

  it('that are not there are shown as what they would inherit', async () => {
    await open({ default: { fudge_ms: 150 } }, '?section=z9')
    screen.getByText(/There is no section “z9” yet/)
    expect(field('Fudge')).toHaveProperty('placeholder', '150')
  })
})

describe('filters', () => {
  it('count what differs apart from the overrides, pins among them, and find both', async () => {
    const { user } = await open({ default: { fudge_ms: 100, timeout_ms: 7 } })
    await user.click(screen.getByRole('radio', { name: 'Differs 1' }))
    expect(screen.queryByRole('textbox', { name: 'Fudge' })).toBeNull()
    field('Timeout')
    await user.click(screen.getByRole('radio', { name: 'Overrides 2' }))
    field('Fudge')
  })

  it('leave what is overridden in sight, and do not take it away while it is reset', async () => {
    const { user } = await open({ default: { fudge_ms: 150 } }, '?only=overridden')
    expect(screen.queryByRole('textbox', { name: 'Timeout' })).toBeNull()
    await user.click(button(/^Reset to KAZOO’s built-in/))
    expect(field('Fudge')).toHaveProperty('value', '')
  })

  it('count an object that is read whole once where it only lacks something, and leave its other entries grey', async () => {
    const { user } = await open({ default: { map: { a: 1, b: 2 } }, z1: { map: { a: 1 } } }, '?section=z1')
    await user.click(screen.getByRole('radio', { name: 'Differs 1' }))
    expect(row('/map/a').className).not.toContain('set')
    expect(row('/map').className).toContain('set')
  })

  it('find by words and say when nothing is found', async () => {
    const { console, user } = await open({ default: {} })
    await user.type(screen.getByRole('searchbox', { name: 'Filter settings' }), 'timeout')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Fudge' })).toBeNull())
    await act(() => console.visit('/system-configs/sysconf?q=zebra'))
    await screen.findByText('No setting matches')
    await user.click(button('Clear the filter'))
    await screen.findByRole('textbox', { name: 'Fudge' })
  })
})

it('can be tried on a store that is read only, and reviewed, but not saved', async () => {
  const { user, server } = await open({ default: { fudge_ms: 150 } }, '', 'This store belongs to a KAZOO cluster.')
  await user.type(field('Fudge'), '7')
  screen.getByText(/Cannot be saved: This store belongs to a KAZOO cluster/)
  expect(button(/^Save/)).toHaveProperty('disabled', true)
  await user.keyboard('{Control>}s{/Control}')
  expect(server.writes).toEqual([])
  await user.click(button('Review'))
  await waitFor(() => expect(server.dryRuns).toHaveLength(1))
})
