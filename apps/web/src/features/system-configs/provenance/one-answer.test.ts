import type { TopologyNode } from '@strata/api-types'
import { getAt } from '@strata/json'
import { keyOfPlace, leafFacts, placeOfKey, type ReadCategory, readersOf, readKeys } from '@strata/layered-config'
import { leafCases } from '@strata/layered-config/leaf-cases'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareReadings } from '../compare/compare-values.ts'
import { rungsOf } from '../ladder/ladder-facts.ts'
import { createCellReader } from '../matrix/matrix-cell.ts'
import { matrixColumns } from '../matrix/matrix-columns.ts'
import { provenance } from './field-provenance.ts'
import { sectionsAround } from './use-layers-below.ts'

const untouched = { outcome: () => undefined, isPinned: () => false }

it('form, ladder, matrix, comparison and JSON say the same of every leaf', () => {
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

        // A field that sets nothing shows the value of its chain, though it is not drawn anew with every other value.
        const around = { sections: sectionsAround(category.sections, reader), defaults: category.defaults }
        if (own === undefined) {
          expect(leafFacts({ category: around, reader, pointer }).without).toEqual(facts.readings)
        }

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

        // Comparison and JSON show what is read, as it is read.
        const key = keyOfPlace(section, pointer, category.isDeclared) ?? pointer
        // A place of `default` at which it stores another key is no key of its own.
        if (placeOfKey('default', key) === key && keyOfPlace('default', key, category.isDeclared) !== key) continue
        const side = { category, reader }
        const [compared] = compareReadings(side, { category, reader: readersOf(category)('default') }, [key])
        expect(compared?.readings?.left).toEqual(facts.readings)
        const { sure, byZone } = readKeys(category, reader)
        const [reading, ...others] = facts.readings
        const isSure = others.length === 0 && reading.layer !== 'built-in'
        expect(getAt(sure, key)).toEqual(isSure ? reading.value : undefined)
        expect(byZone.find((each) => each.key === key)?.readings).toEqual(
          others.length > 0 ? facts.readings : undefined,
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
