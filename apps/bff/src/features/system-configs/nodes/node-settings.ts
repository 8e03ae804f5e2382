import { createHash } from 'node:crypto'
import type { NodeReading, NodeSetting } from '@strata/api-types'
import { deepEqual, getAt, type JsonValue, parsePointer } from '@strata/json'
import {
  isBuiltIn,
  keyOfPlace,
  leafFacts,
  leaves,
  type Reading,
  type SectionReader,
  sectionReader,
  sectionsBelow,
  sectionValues,
  sectionZones,
} from '@strata/layered-config'
import { forEachInSteps } from '#bff/scheduling/breathe.ts'
import type { Inspection } from '../configs.ts'
import { type LoadedCategory, sectionKeys } from '../loaded-category.ts'
import { shownLeaf } from '../secrets.ts'

/** Characters of a value's JSON. */
const maxShown = 400

/** Whose readings are asked for: a node or a zone, and the zone as far as it is known or supposed. */
export interface NodeQuestion {
  readonly name: string
  readonly zone: string | undefined
}

/** How the sections of a category are read by a node. */
export function nodeReader(
  category: LoadedCategory,
  { name, zone }: NodeQuestion,
  { configs }: Pick<Inspection, 'configs'>,
): SectionReader {
  return sectionReader({ section: name, zone }, sectionZones(category.sections), sectionKeys(configs, category))
}

/**
 * The keys of a category at which a node reads something else than the schema says, and those that it sets itself.
 * - keys are those of what is stored in the sections that it reads, or may read
 */
export async function nodeSettings(
  category: LoadedCategory,
  question: NodeQuestion,
  inspection: Inspection,
): Promise<NodeSetting[]> {
  const reader = nodeReader(category, question, inspection)
  const found: NodeSetting[] = []
  const look = (pointer: string) => {
    const setting = settingAt(category, reader, pointer, inspection)
    if (setting !== undefined) found.push(setting)
  }
  await forEachInSteps(keysOf(category, reader), look, inspection.breathe)
  return found
}

/** Sorted, as the sections tell them. */
function keysOf({ sections }: LoadedCategory, reader: SectionReader): string[] {
  const keys = [reader.section, ...sectionsBelow(reader)].flatMap((section) =>
    leaves(sectionValues(sections, section)).flatMap(
      ({ pointer }) => keyOfPlace(section, pointer, reader.isDeclared) ?? [],
    ),
  )
  return [...new Set(keys)].sort()
}

function settingAt(
  category: LoadedCategory,
  reader: SectionReader,
  pointer: string,
  { configs, actor }: Inspection,
): NodeSetting | undefined {
  const { own, readings } = leafFacts({ category, reader, pointer })
  const says = getAt(category.defaults, pointer)
  const deviates = readings.some(
    (reading) => !isBuiltIn(reading) && reading.value !== undefined && !deepEqual(reading.value, says),
  )
  if (!deviates && own === undefined) return undefined
  const show = (value: JsonValue) => cut(shownLeaf(configs, actor, value, [reader.section, ...parsePointer(pointer)]))
  return {
    pointer,
    readings: readings.map((reading) => shownReading(reading, readings.length > 1, show)),
    ...(own === undefined ? {} : { own: show(own) }),
    ...(says === undefined ? {} : { schema_default: show(says) }),
    ...(deviates ? { deviates } : {}),
  }
}

function shownReading(reading: Reading, dependsOnZone: boolean, show: (value: JsonValue) => JsonValue): NodeReading {
  const where = dependsOnZone ? { if_zone: reading.zone ?? null } : {}
  // What is hidden by an object that is read whole is as good as not there.
  if (reading.layer === 'built-in' || reading.value === undefined) return { layer: 'built-in', ...where }
  return { layer: reading.layer, value: show(reading.value), ...where }
}

/** Long values stay apart from each other by their digest. */
function cut(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text.length <= maxShown) return value
  return `${text.slice(0, maxShown)}… (${createHash('sha256').update(text).digest('hex').slice(0, 8)})`
}
