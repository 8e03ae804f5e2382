import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { NumberField } from './number-field.tsx'

function Field({ initial, onChange }: { initial: number | undefined; onChange: (value: unknown) => void }) {
  const [value, setValue] = useState<number | string | undefined>(initial)
  onChange(value)
  return <NumberField aria-label="Timeout" value={value} onChange={setValue} />
}

async function renderField(initial: number | undefined) {
  const onChange = vi.fn()
  await renderInConsole(<Field initial={initial} onChange={onChange} />)
  return { input: screen.getByRole<HTMLInputElement>('textbox'), onChange }
}

describe(NumberField, () => {
  for (const { note, typed, expected } of [
    { note: 'a number is that number', typed: '1500', expected: 1500 },
    { note: 'a fraction keeps its digits', typed: '1.50', expected: 1.5 },
    { note: 'an exponent is JSON too', typed: '1e3', expected: 1000 },
    { note: 'blanks around a number are forgiven', typed: ' 7 ', expected: 7 },
    { note: 'a word is kept as text, so that it can be mended', typed: 'many', expected: 'many' },
    { note: 'half a number is text', typed: '1.', expected: '1.' },
    { note: 'hexadecimal is no JSON', typed: '0x10', expected: '0x10' },
    { note: 'what is too large for a number is text: it would be stored as null', typed: '1e999', expected: '1e999' },
  ]) {
    it(note, async () => {
      const { input, onChange } = await renderField(undefined)
      await userEvent.type(input, typed)
      expect(onChange).toHaveBeenLastCalledWith(expected)
      expect(input.value).toBe(typed)
    })
  }

  it('emptied gives undefined: nothing is set', async () => {
    const { input, onChange } = await renderField(5)
    await userEvent.clear(input)
    expect(onChange).toHaveBeenLastCalledWith(undefined)
  })

  it('arrow keys step by one, with Shift by ten', async () => {
    const { input, onChange } = await renderField(5)
    await userEvent.click(input)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}')
    expect(onChange).toHaveBeenLastCalledWith(6)
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    expect(onChange).toHaveBeenLastCalledWith(16)
  })
})
