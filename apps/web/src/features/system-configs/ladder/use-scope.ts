import { isJsonObject, type JsonValue } from '@strata/json'
import { type DeclaredKey, declaredKeys } from '@strata/kazoo-schemas'
import { type Category, sectionZones } from '@strata/layered-config'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { type Scope, zonesOf } from './scope.ts'

const NO_NODES: never[] = []

/** The scope of a section. Stays the same while values are edited; without an answer no node's zone is known. */
export function useScope(form: FormValidator, { sections }: Category, section: string): Scope {
  const { data } = useQuery(topologyQuery())
  const nodes = data?.nodes ?? NO_NODES
  const zoneSections = sectionZones(sections)
  const zoneNames = JSON.stringify(zoneSections)
  const keys = useMemo(() => keysOf(form), [form])
  return useMemo(
    () => ({ section, nodes, ...zonesOf(section, nodes, JSON.parse(zoneNames)), ...keys }),
    [section, nodes, zoneNames, keys],
  )
}

function keysOf({ schema }: FormValidator): Pick<Scope, 'readsMembers' | 'isDeclared'> {
  const declared = new Map(declaredIn(schema).map(({ pointer, hasMembers }) => [pointer, hasMembers]))
  return {
    readsMembers: (pointer) => declared.get(pointer) === true,
    isDeclared: (pointer) => declared.has(pointer),
  }
}

function declaredIn(schema: FormValidator['schema']): DeclaredKey[] {
  // The form's schema is the JSON that the server sent.
  const json = schema as JsonValue
  return isJsonObject(json) ? declaredKeys(json) : []
}
