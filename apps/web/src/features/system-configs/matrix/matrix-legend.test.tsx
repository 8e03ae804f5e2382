import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { en } from '#web/texts/en/index.ts'
import { MatrixLegend } from './matrix-legend.tsx'

it('says what the looks of a cell mean, and what the words for them do', async () => {
  const user = userEvent.setup()
  await renderInConsole(<MatrixLegend />)
  for (const term of ['override', 'inherited', 'builtIn', 'pin'] as const) {
    await user.tab()
    expect((await screen.findByRole('tooltip')).textContent).toBe(en.glossary[term])
  }
})
