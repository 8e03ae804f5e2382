import type { CategoryDetail } from '@strata/api-types'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { describe, expect, it } from 'vitest'
import { beginHistory } from '#web/lib/draft/history.ts'
import { en } from '#web/texts/en/index.ts'
import { applyDraft, type Changes, reduceDraft } from '../draft/category-draft.ts'
import { useAnnotate } from './use-annotate.tsx'
import type { Scope } from './use-scope.ts'

const detail: CategoryDetail = {
  id: 'c',
  title: 'C',
  revision: '1',
  schema_revision: '1',
  sections: { default: { a: 1, b: 2 } },
  defaults: {},
}
const scope: Scope = {
  section: 'default',
  kind: 'default',
  zone: undefined,
  zones: [undefined],
  nodes: [],
  readsMembers: () => false,
  isDeclared: (pointer) => !pointer.startsWith('/default'),
}

const ignore = () => undefined

function partsWith(next: CategoryDetail['sections'][string], stored = detail, reader = scope) {
  const drafted = applyDraft(
    stored,
    reduceDraft(beginHistory<Changes>({}), { type: 'edit', detail: stored, section: 'default', next }),
  )
  const category = { sections: drafted.sections, defaults: stored.defaults }
  return {
    scope: reader,
    detail: stored,
    drafted,
    category,
    target: undefined,
    isReadOnly: false,
    refusedBelow: ignore,
    onEdit: ignore,
    onPin: ignore,
    onExplain: ignore,
  }
}

function Texts({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}

describe(useAnnotate, () => {
  it('gives a field the very annotation it had while another field is edited', () => {
    const { result, rerender } = renderHook(useAnnotate, { initialProps: partsWith({ a: 1, b: 2 }), wrapper: Texts })
    const [a, b] = [result.current('/a'), result.current('/b')]
    rerender(partsWith({ a: 10, b: 2 }))
    expect(result.current('/b')).toBe(b)
    expect(result.current('/a')).not.toBe(a)
  })

  const lists = {
    sections: { default: { list: [{}], map: { x: 1 } } },
    defaults: { list: [{}, {}], map: { x: 1, y: 2 } },
  }
  for (const { note, pointer, next, standing } of [
    {
      note: 'a list as it would be anyway',
      pointer: '/list',
      next: { list: [{}, {}] },
      standing: 'same as schema default',
    },
    { note: 'one that is inherited', pointer: '/list', next: {}, standing: 'same as schema default' },
    { note: 'another list', pointer: '/list', next: { list: [] }, standing: 'other than schema default' },
    { note: 'a map of pins', pointer: '/map', next: { map: { x: 1 } }, standing: 'same as schema default' },
    {
      note: 'a map of others',
      pointer: '/map',
      next: { map: { x: 2, y: 2, z: 3 } },
      standing: '2 differ from schema default',
    },
    { note: 'what nothing stands below', pointer: '/free', next: { free: { x: 2 } }, standing: undefined },
  ]) {
    it(`says how it stands: ${note}`, () => {
      const initialProps = partsWith(next, { ...detail, ...lists }, { ...scope, readsMembers: (at) => at === '/map' })
      const { result } = renderHook(useAnnotate, { initialProps, wrapper: Texts })
      expect(result.current(pointer)?.standing).toBe(standing)
    })
  }
})
