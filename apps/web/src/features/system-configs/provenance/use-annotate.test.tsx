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

function partsWith(next: CategoryDetail['sections'][string]) {
  const drafted = applyDraft(
    detail,
    reduceDraft(beginHistory<Changes>({}), { type: 'edit', detail, section: 'default', next }),
  )
  const category = { sections: drafted.sections, defaults: detail.defaults }
  const ignore = () => undefined
  return {
    scope,
    detail,
    drafted,
    category,
    target: undefined,
    isReadOnly: false,
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
})
