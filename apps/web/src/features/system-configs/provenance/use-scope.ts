import type { TopologyNode } from '@strata/api-types'
import { isJsonObject, type JsonValue } from '@strata/json'
import { type DeclaredKey, declaredKeys } from '@strata/kazoo-schemas'
import { type Category, type KeyRules, type SectionReader, sectionReaders, sectionZones } from '@strata/layered-config'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { topologyQuery } from '#web/lib/topology-query.ts'

/** A section as running nodes read it, and the nodes that are known. */
export interface Scope extends SectionReader {
  readonly nodes: readonly TopologyNode[]
}

const NO_NODES: never[] = []

/** The scope of a section. Stays the same while values are edited; without an answer no node's zone is known. */
export function useScope(form: FormValidator, { sections }: Category, section: string): Scope {
  const { data } = useQuery(topologyQuery())
  const nodes = data?.nodes ?? NO_NODES
  const zoneNames = JSON.stringify(sectionZones(sections))
  const rules = useKeyRules(form)
  return useMemo(
    () => ({ ...sectionReaders({ nodes, zones: JSON.parse(zoneNames) }, rules)(section), nodes }),
    [section, nodes, zoneNames, rules],
  )
}

/** What a form's schema says of how its keys are read. */
export function useKeyRules(form: FormValidator): KeyRules {
  return useMemo(() => {
    const declared = new Map(declaredIn(form.schema).map(({ pointer, hasMembers }) => [pointer, hasMembers]))
    return {
      readsMembers: (pointer) => declared.get(pointer) === true,
      isDeclared: (pointer) => declared.has(pointer),
    }
  }, [form])
}

function declaredIn(schema: FormValidator['schema']): DeclaredKey[] {
  // The form's schema is the JSON that the server sent.
  const json = schema as JsonValue
  return isJsonObject(json) ? declaredKeys(json) : []
}
