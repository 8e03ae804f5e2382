import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { singleKeys } from '#web/lib/single-keys.ts'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { en } from '#web/texts/en/index.ts'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'

afterEach(() => {
  singleKeys.set('on')
  vi.unstubAllGlobals()
})

const properties: JsonObject = { fudge_ms: { type: 'integer', title: 'Fudge' } }
const app1 = 'kazoo_apps@app1.lon.example.net'
const media1 = 'ecallmgr@media1.lon.example.net'
const lost = 'kazoo_apps@retired.example.net'

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

async function open(
  search = '',
  sections: Record<string, JsonObject> = { default: { fudge_ms: 150 } },
  elsewhere = '',
) {
  const server = startFakeServer({ sections, defaults: {} }, properties, { [app1]: 'lon', [media1]: 'lon' })
  if (elsewhere !== '') server.storeElsewhere(elsewhere)
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <Shown />
    </SessionProvider>,
    `/system-configs/sysconf${search}`,
  )
  await screen.findByRole('textbox', { name: 'Fudge' })
  return { server, user: userEvent.setup() }
}

const scope = () => within(screen.getByRole('navigation', { name: 'Section' }))
const picker = () => scope().getByRole('button', { expanded: false })
const choices = () => screen.queryAllByRole('option').map((option) => option.textContent)
const section = () => new URLSearchParams(window.location.search).get('section') ?? 'default'
const isOpen = (name: string) => waitFor(() => expect(section()).toBe(name))

describe('whose values are edited', () => {
  it('is chosen among all nodes of the topology and of any category, by zone, each with what it overrides', async () => {
    const { user } = await open('', { default: {}, [app1]: { fudge_ms: 5 } }, lost)
    await waitFor(() => expect(picker().textContent).toBe('Zone or node1 zone, 3 nodes'))
    await user.click(picker())
    expect(screen.getAllByRole('group').map((group) => group.textContent)).toEqual([
      expect.stringMatching(/^Zone lon/),
      expect.stringMatching(/^Nodes whose zone nobody knows/),
    ])
    expect(choices()).toEqual([
      'lonthe zone itself · nothing set here',
      `${media1}nothing set here`,
      `${app1}1 override`,
      `${lost}nothing set here`,
    ])
  })

  it('is chosen beside a word on which comes first, and what those words mean', async () => {
    const { user } = await open()
    await user.click(picker())
    expect(screen.getByText(/comes before its/).textContent).toBe(
      'What a node sets comes before its zone, and the zone before default.',
    )
    await user.click(screen.getByRole('button', { name: 'node' }))
    expect((await screen.findByRole('tooltip')).textContent).toBe(en.glossary.node)
  })

  it('may be a node without a section: it says its zone and what it inherits, and its first value adds the section', async () => {
    const { user, server } = await open()
    await user.click(picker())
    await user.type(screen.getByRole('searchbox', { name: 'Find a zone or a node' }), 'media1')
    await user.keyboard('{Enter}')
    await isOpen(media1)
    expect(picker().textContent).toBe(`${media1}in zone lon · nothing set here`)
    screen.getByText(/There is no section “[^”]+” yet\. /)
    expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Fudge' }), '5')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(() => expect(server.writes).toHaveLength(1))
    expect(server.writes[0]?.operations).toEqual([{ section: media1, pointer: '/fudge_ms', op: 'set', value: 5 }])
  })

  it('goes on to the next and back by keys, unless single keys are off', async () => {
    const { user } = await open()
    for (const name of ['lon', media1, app1]) {
      await user.keyboard(']')
      await isOpen(name)
    }
    await user.keyboard('{[}')
    await isOpen(media1)
    singleKeys.set('off')
    await user.keyboard('{[}')
    expect(section()).toBe(media1)
    await user.click(scope().getByRole('button', { name: 'Previous: lon' }))
    await isOpen('lon')
    expect(picker().textContent).toBe('lonzone of 2 nodes · nothing set here')
  })
})

describe('a name that nobody knows', () => {
  async function type(name: string) {
    const { user } = await open()
    await user.click(picker())
    await user.type(screen.getByRole('searchbox', { name: 'Find a zone or a node' }), name.replaceAll('[', '[['))
    return user
  }

  it('is asked back where a known one is near, and may be meant all the same', async () => {
    const typo = 'kazoo_apps@ap1.lon.example.net'
    const user = await type(typo)
    await user.keyboard('{Enter}')
    const question = await screen.findByRole('alertdialog', { name: `No node is called ${typo}` })
    expect(section()).toBe('default')
    await user.click(within(question).getByRole('button', { name: 'Add it all the same' }))
    await isOpen(typo)
    screen.getByText(/no node of this name is known/)
  })

  it('is mended by the known one that it was meant for', async () => {
    const user = await type('kazoo_apps@ap1.lon.example.net')
    await user.click(await screen.findByRole('option', { name: /^Add section/ }))
    await user.click(await screen.findByRole('button', { name: app1 }))
    await isOpen(app1)
  })

  it('is a choice of its own while known ones are found, and is called neither zone nor node', async () => {
    await type('kazoo')
    expect(choices()).toEqual([`${app1}nothing set here`, 'Add section “kazoo”'])
  })

  it('says so where KAZOO does not validate it', async () => {
    const user = await type('us-east')
    await user.click(await screen.findByRole('option', { name: /KAZOO does not validate sections of this name/ }))
    await isOpen('us-east')
  })

  for (const { name, says } of [
    { name: '_id', says: /KAZOO keeps those for itself/ },
    { name: 'ams/1', says: /A new section cannot have a slash in its name/ },
    { name: 'ams\u202e1', says: /a character that nobody sees/ },
  ])
    it(`cannot be what KAZOO keeps for itself, nor what nobody can have meant: ${JSON.stringify(name)}`, async () => {
      const user = await type(name)
      await screen.findByText(says)
      await user.click(screen.getByRole('option', { name: /^Add section/ }))
      expect(section()).toBe('default')
    })
})
