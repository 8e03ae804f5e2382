import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import { sectionValues } from './category.ts'
import { placeOfKey } from './default-key.ts'
import type { SectionKind } from './section-name.ts'

export interface RuntimeQuestion {
  /** `default` asks for the cluster's value: neither zone nor node is consulted. Undefined: a node without a section. */
  readonly node: string | undefined
  /** The zone of the node that runs the code; undefined when nobody knows it. */
  readonly zone?: string | undefined
  /** The key as the schema spells it: each section is asked at its place (`placeOfKey`). */
  readonly pointer: string
}

export interface RuntimeAnswer {
  readonly value: JsonValue
  readonly answeredBy: SectionKind
}

/**
 * What a running node reads at a key, and which layer answers: node, else zone, else `default`.
 * - the first layer that stores anything there answers, also with `null`, `false` or `""`
 * - nothing is merged: an object in a higher layer hides the lower ones completely
 * - schema defaults are not consulted; undefined means that KAZOO's built-in value applies
 * Not the API's effective value: see `effectiveSection`.
 * Source: kapps_config:get/4.
 */
export function runtimeLookup(
  sections: JsonObject,
  { node, zone, pointer }: RuntimeQuestion,
): RuntimeAnswer | undefined {
  const order: [SectionKind, string | undefined][] =
    node === 'default'
      ? [['default', node]]
      : [
          ['node', node],
          ['zone', zone],
          ['default', 'default'],
        ]
  for (const [answeredBy, section] of order) {
    if (section === undefined) continue
    const value = getAt(sectionValues(sections, section), placeOfKey(section, pointer))
    if (value !== undefined) return { value, answeredBy }
  }
  return undefined
}
