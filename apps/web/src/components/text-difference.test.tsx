import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { TextDifference } from './text-difference.tsx'

const text = (lines: number, word: string) => Array.from({ length: lines }, (_, line) => `${word} ${line}\n`).join('')

describe(TextDifference, () => {
  it('shows what goes and what comes', async () => {
    await renderInConsole(<TextDifference label="Changes" before={'a\nb\n'} after={'a\nc\n'} />)
    const region = screen.getByRole('region', { name: 'Changes' })
    expect(region.querySelector('del')?.textContent).toBe('b')
    expect(region.querySelector('ins')?.textContent).toBe('c')
  })

  it('says that too much differs where showing it would hold the page', async () => {
    await renderInConsole(<TextDifference label="Changes" before={text(2000, 'old')} after={text(2000, 'new')} />)
    expect(screen.getByText('More than 2,000 lines differ: too many to show.')).toBeDefined()
    expect(document.querySelector('del, ins')).toBeNull()
  })
})
