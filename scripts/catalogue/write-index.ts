import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexText } from './index-text.ts'

const folder = join(import.meta.dirname, '../../packages/schema-catalogue/src')
writeFileSync(join(folder, 'schemas.generated.ts'), indexText(folder))
