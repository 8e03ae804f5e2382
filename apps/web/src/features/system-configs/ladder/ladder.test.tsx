import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { CategoryPage } from '../components/category-page.tsx'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = {
  fudge_ms: { type: 'integer', title: 'Fudge' },
  password: { type: 'string', title: 'Password' },
  map: { type: 'object', title: 'Map' },
  list: { type: 'array', title: 'List', items: { type: 'object' } },
}
const defaults = { fudge_ms: 100 }
const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
const n1 = 'app@n1'
const placed = { [n1]: 'z1', 'app@n2': 'z1', 'app@n3': 'z1', 'app@far': 'z2' }

interface Circumstances {
  section?: string
  zones?: Record<string, string>
}

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

async function open(sections: Record<string, JsonObject>, { section, zones = placed }: Circumstances = {}) {
  const server = startFakeServer({ sections, defaults }, properties, zones)
  const console = await renderInConsole(
    <SessionProvider session={sessionOf()}>
      <Shown />
    </SessionProvider>,
    `/system-configs/sysconf?section=${encodeURIComponent(section ?? 'default')}`,
  )
  await screen.findByRole('textbox', { name: 'Fudge' })
  const user = userEvent.setup()
  return { server, console, user }
}

const row = (pointer: string) => {
  const found = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`)
  if (found === null) throw new Error(`no row at ${pointer}`)
  return found
}
const chain = (pointer = '/fudge_ms') => {
  const found = row(pointer).querySelector<HTMLElement>('[aria-haspopup="dialog"]')
  if (found === null) throw new Error(`no chain at ${pointer}`)
  return found
}
const dialog = () => within(screen.getByRole('dialog'))
const rungs = () =>
  within(dialog().getByRole('list', { name: 'The layers, highest first' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)
const button = (name: string | RegExp) => dialog().getByRole('button', { name })
const save = (user: ReturnType<typeof userEvent.setup>) => user.keyboard('{Control>}s{/Control}')

describe('the chain in a row', () => {
  it('shows what a node reads, by its zone, and what that stands on', async () => {
    await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: n1 })
    await waitFor(() => expect(chain().textContent).toBe('zone z1 500 ← default 150 ← schema 100'))
    expect(screen.getByRole('textbox', { name: 'Fudge' })).toHaveProperty('placeholder', '500')
    expect(row('/fudge_ms').textContent).toContain('the API says 150')
  })

  it('never gives the schema’s value for KAZOO’s own', async () => {
    await open({ default: {} }, { section: n1 })
    expect(chain().textContent).toBe('built-in 100')
    expect(chain('/password').textContent).toBe('built-in')
  })

  it('says of a list that takes more room how many items it has; the ladder has it whole', async () => {
    const list = ['one', 'two', 'three'].map((module) => ({ module, is_loaded: false }))
    const { user } = await open({ default: { list } }, { section: 'default' })
    expect(chain('/list').textContent).toBe('set here 3 items')
    await user.click(chain('/list'))
    expect(rungs()[0]).toContain('[{"module":"one","is_loaded":false},{"module":"two"')
  })

  it('shows both possibilities where nobody knows the zone', async () => {
    await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: n1, zones: {} })
    expect(chain().textContent).toBe('zone unknown: 500 if in z1, else 150')
  })

  for (const { note, sections, section, says } of [
    {
      note: 'says that a value is what nodes would read anyway',
      sections: { default: { fudge_ms: 150 }, z1: { fudge_ms: 150 } },
      section: 'z1',
      says: 'Same as inherited',
    },
    {
      note: 'calls a value of default that equals the schema default a pin',
      sections: { default: { fudge_ms: 100 } },
      section: 'default',
      says: 'pin of the schema default',
    },
    {
      note: 'says who overrides what default says',
      sections: { default: { fudge_ms: 150 }, z1: { fudge_ms: 1 }, [n1]: { fudge_ms: 2 } },
      section: 'default',
      says: 'overridden in 2 sections',
    },
    {
      note: 'warns of a node’s override that equals default while its zone says otherwise',
      sections: { default: { fudge_ms: 150 }, z1: { fudge_ms: 500 }, [n1]: { fudge_ms: 150 } },
      section: n1,
      says: 'a /v2 write would drop this: zone z1 says otherwise',
    },
  ]) {
    it(note, async () => {
      await open(sections, { section })
      await waitFor(() => expect(row('/fudge_ms').textContent).toContain(says))
    })
  }

  it('says nothing more where nothing is to be said', async () => {
    await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: 'z1' })
    expect(row('/fudge_ms').textContent).toMatch(/set here 500 ← default 150 ← schema 100$/)
  })

  it('shows no secret, neither a stored nor a typed one', async () => {
    const { user } = await open({ default: { password: marker } }, { section: 'z1' })
    expect(chain('/password').textContent).toBe('default #a1b2')
    await user.type(within(row('/password')).getByRole('textbox', { name: 'Password' }), 'invented-word')
    await waitFor(() => expect(chain('/password').textContent).toContain('set here ••••'))
    expect(within(row('/password')).queryByText(/invented/, { ignore: 'textarea' })).toBeNull()
  })
})

describe('the ladder', () => {
  it('opens by p on the row and shows every layer, those that set nothing included', async () => {
    const { user } = await open({ default: { fudge_ms: 150 }, z1: {} }, { section: n1 })
    await waitFor(() => expect(chain().textContent).toContain('default'))
    row('/fudge_ms').focus()
    await user.keyboard('p')
    expect(screen.getByRole('dialog', { name: 'Where fudge_ms comes from' }).textContent).toContain(
      'This node reads 150 from default.',
    )
    expect(rungs()).toEqual([
      'app@n1not set hereEdit hereAll of this node',
      'zone z1not set hereEdit hereAll of this zone',
      'default150in forceEdit hereRemove here → becomes KAZOO’s built-in (schema says 100)',
      'schema default100KAZOO’s built-in holds where nothing is stored. This is what the schema says of it; the code may differ.',
    ])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(row('/fudge_ms')))
  })

  it('goes to the key in another section, and to the control in this one', async () => {
    const { user, console } = await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: n1 })
    await user.click(chain())
    await user.click(button('Edit here: app@n1'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Fudge' })))
    await user.click(chain())
    await user.click(button('Edit here: zone z1'))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Fudge' })).toHaveProperty('value', '500'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Fudge' })))
    expect(console.path()).toBe('/system-configs/sysconf')
  })

  it('removes in any layer, names what comes of it, and keeps to it', async () => {
    const { user, server } = await open(
      { default: { fudge_ms: 150 }, z1: { fudge_ms: 500 }, [n1]: { fudge_ms: 9 } },
      { section: n1 },
    )
    await waitFor(() => expect(chain().textContent).toContain('zone z1'))
    await user.click(chain())
    dialog().getByRole('button', { name: 'Remove here → becomes 150 from default' })
    await user.click(button('Remove here → becomes 500 from zone z1'))
    await waitFor(() => expect(chain().textContent).toBe('zone z1 500 ← default 150 ← schema 100'))
    await save(user)
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([{ section: n1, pointer: '/fudge_ms', op: 'remove' }])
  })

  it('gives a key that no schema knows its place in another section', async () => {
    const { user } = await open({ default: {}, z1: { odd: 'here' } }, { section: 'z1' })
    await user.click(chain('/odd'))
    await user.click(button('Edit here: default'))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'odd' })).toHaveProperty('value', 'here'))
    expect(row('/odd').textContent).toContain('unsaved')
  })

  it('names each possibility where nobody knows the zone, and leads to the topology', async () => {
    const { user } = await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: n1, zones: {} })
    await user.click(chain())
    const text = screen.getByRole('dialog').textContent
    expect(text).toContain('Zone unknown')
    expect(text).toContain('150 from default if no zone with a section here is its zone')
    expect(text).toContain('500 from zone z1 if it is in zone z1')
    expect(text).toContain('The /v2 API gives 150 for it')
    expect(
      dialog()
        .getByRole('link', { name: /Topology/ })
        .getAttribute('href'),
    ).toBe('/topology')
  })

  it('says which layer hides the entries of a map that KAZOO reads whole', async () => {
    const { user } = await open({ default: { map: { a: 1, b: 2 } }, z1: { map: { a: 10 } } }, { section: n1 })
    await user.click(screen.getByRole('button', { name: /^Map/ }))
    await waitFor(() => expect(row('/map/b').textContent).toContain('not read: zone z1 sets the whole object'))
    await user.click(chain('/map/b'))
    const text = screen.getByRole('dialog').textContent
    expect(text).toContain('KAZOO reads map as a whole')
    expect(text).toContain('The /v2 API gives 2 for it, because it merges the layers')
  })

  it('leads from default to the sections that override it', async () => {
    const { user } = await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } })
    await user.click(chain())
    await user.click(dialog().getByRole('link', { name: 'zone z1' }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Fudge' })).toHaveProperty('value', '500'))
  })

  it('says why a pin is one', async () => {
    const { user } = await open({ default: { fudge_ms: 100 } })
    await user.click(chain())
    expect(screen.getByRole('dialog').textContent).toContain('keeps KAZOO’s code from using another built-in')
  })
})

describe('a masked override', () => {
  const masked = { default: { fudge_ms: 150 }, z1: { fudge_ms: 500 }, [n1]: { fudge_ms: 150 } }

  async function openMasked(circumstances: Circumstances = {}) {
    const opened = await open(masked, { section: n1, ...circumstances })
    await waitFor(() => expect(row('/fudge_ms').textContent).toContain('would drop this'))
    await opened.user.click(chain())
    return opened
  }

  it('is explained in a sentence', async () => {
    await openMasked()
    expect(dialog().getByRole('note').textContent).toContain(
      'The next whole-document write by another client drops this override, because it equals what the API has the node inherit; the node would then read 500 from zone z1.',
    )
  })

  it('is found in a draft, too', async () => {
    const { user } = await open({ default: { fudge_ms: 150 }, z1: { fudge_ms: 500 } }, { section: n1 })
    await user.type(screen.getByRole('textbox', { name: 'Fudge' }), '150')
    await waitFor(() =>
      expect(row('/fudge_ms').textContent).toContain('a /v2 write would drop this: zone z1 says otherwise'),
    )
  })

  it('goes by changing the zone, in one step that can be undone', async () => {
    const { user, server } = await openMasked()
    await user.click(button('Change zone z1 to 150'))
    await waitFor(() => expect(chain().textContent).toBe('default 150 ← schema 100'))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(chain().textContent).toContain('set here 150'))
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await save(user)
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([
      { section: 'z1', pointer: '/fudge_ms', op: 'remove' },
      { section: n1, pointer: '/fudge_ms', op: 'remove' },
    ])
  })

  it('goes by moving the zone’s value to its other nodes, which are named', async () => {
    const { user, server } = await openMasked()
    expect(dialog().getByRole('note').textContent).toContain('set at app@n2 and app@n3')
    await user.click(button('Move 500 from zone z1 to its other nodes'))
    await save(user)
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual(
      expect.arrayContaining([
        { section: 'z1', pointer: '/fudge_ms', op: 'remove' },
        { section: n1, pointer: '/fudge_ms', op: 'remove' },
        { section: 'app@n2', pointer: '/fudge_ms', op: 'set', value: 500, pin: true },
        { section: 'app@n3', pointer: '/fudge_ms', op: 'set', value: 500, pin: true },
      ]),
    )
  })

  it('moves nothing where no other node of the zone is known', async () => {
    await openMasked({ zones: { [n1]: 'z1' } })
    expect(dialog().queryByRole('button', { name: /^Move/ })).toBeNull()
    expect(dialog().getByRole('note').textContent).toContain('Strata knows no other node of zone z1')
  })
})
