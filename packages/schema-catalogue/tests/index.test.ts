import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexText } from '../../../scripts/catalogue/index-text.ts'

it('the index names the files there are (`pnpm catalogue` writes it)', () => {
  const folder = join(import.meta.dirname, '../src')
  expect(readFileSync(join(folder, 'schemas.generated.ts'), 'utf8')).toBe(indexText(folder))
})
