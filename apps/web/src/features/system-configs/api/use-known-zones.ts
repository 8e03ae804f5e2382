import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { sectionsByZone, type ZoneSections } from '../bulk/sections-by-zone.ts'
import { configSearchQuery } from './config-search.ts'

/**
 * Every zone and node that is known, by zone: those of the topology, those that any category sets something for, and
 * the sections named.
 */
export function useKnownZones(sections: readonly string[]): readonly ZoneSections[] {
  const { data: topology } = useQuery(topologyQuery())
  const { data: stored } = useQuery({ ...configSearchQuery(), staleTime: Number.POSITIVE_INFINITY })
  const own = JSON.stringify(sections)
  return useMemo(() => {
    const names: string[] = JSON.parse(own)
    return sectionsByZone([...names, ...(stored?.zones ?? []), ...(stored?.nodes ?? [])], topology?.nodes ?? [])
  }, [own, stored, topology])
}
