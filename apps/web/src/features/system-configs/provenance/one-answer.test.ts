import type { TopologyNode } from '@strata/api-types'
import { leafFacts, placeOfKey, type ReadCategory, readersOf } from '@strata/layered-config'
import { leafCases } from '@strata/layered-config/leaf-cases'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rungsOf } from '../ladder/ladder-facts.ts'
import { createCellReader } from '../matrix/matrix-cell.ts'
import { matrixColumns } from '../matrix/matrix-columns.ts'
import { provenance } from './field-provenance.ts'

const untouched = { outcome: () => undefined, isPinned: () => false }

it('form, ladder and matrix say the same of every leaf', () => {
  fc.assert(
    fc.property(leafCases, ({ category, places }) => {
      const readCell = cellReader(category)
      for (const { section, pointer } of places) {
        const reader = readersOf(category)(section)
        const facts = leafFacts({ category, reader, pointer })
        const said = { isNoise: facts.isNoise, isPin: facts.isPin, maskedBy: facts.maskedBy }
        const { own } = facts

        const nodes = category.nodes.map(
          ({ name, zone }): TopologyNode => ({ name, zone: zone ?? null, source: 'assigned' }),
        )
        const scope = { ...reader, nodes }
        const form = provenance({ scope, pointer, stored: category, drafted: category, draft: untouched })
        expect(form).toMatchObject({ kind: 'leaf', own, ...said, readings: facts.readings, without: facts.without })

        const rungs = form.kind === 'leaf' ? rungsOf({ category, scope, pointer }, form) : []
        const rung = rungs.find((each) => each.section === section && each.pointer === pointer)
        expect(rung?.removal).toEqual(rung === undefined || own === undefined ? undefined : facts.without)

        // A cell stands where nodes read, and shows an object that is read whole in one.
        if (placeOfKey(section, pointer) !== pointer || pointer.startsWith('/map/')) continue
        const cell = readCell(pointer, section)
        expect(cell).toMatchObject({ own, ...said })
        expect(cell.readings.map(({ value }) => value)).toEqual(
          facts.readings.map(({ layer, value }) => (layer === 'built-in' ? undefined : value)),
        )
      }
    }),
  )
})

function cellReader(category: ReadCategory) {
  const { sections, defaults } = category
  const drafted = { sections, defaults }
  const { columns } = matrixColumns({}, category.nodes)
  const read = createCellReader({
    stored: sections,
    drafted,
    rules: category,
    outcome: () => undefined,
    check: () => [],
  })
  return (pointer: string, section: string) => {
    const known = columns.find((column) => column.section === section)
    const { kind, zone } = readersOf(category)(section)
    return read(pointer, known ?? { section, kind, zone })
  }
}
