import type { TopologyWrite } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { isSectionName, type KnownNode, sectionKind } from '@strata/layered-config'
import { z } from 'zod'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { unmeantName } from '#bff/validation/unmeant-name.ts'

const maxNodes = 5000
const maxNameLength = 256

const node = z
  .string()
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .refine((name) => isSectionName(name) && sectionKind(name) === 'node', 'A node is called name@host.')

const zone = z
  .string()
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .refine(
    (name) => isSectionName(name) && sectionKind(name) === 'zone',
    'No zone can have this name: it must not be empty, "default" or "id", hold an @, or begin with _ or pvt_.',
  )

const topologyWrite = z.strictObject({
  base_revision: z.string().nullable(),
  nodes: z
    .record(node, zone.nullable())
    .refine((nodes) => Object.keys(nodes).length <= maxNodes, `At most ${maxNodes} nodes can be assigned.`),
})

/** The body of a topology write. Throws `invalid`, keyed by where in the body the fault is. */
export function parseTopologyWrite(data: JsonValue): TopologyWrite {
  const parsed = topologyWrite.safeParse(data)
  if (parsed.success) return parsed.data
  throw validationError(
    Object.fromEntries(
      parsed.error.issues.map((issue) => [
        dottedPath(issue.path.map(String)),
        { invalid: { message: messageOf(issue) } },
      ]),
    ),
  )
}

/**
 * Throws `invalid` for nodes, and zones, under names that nobody can have meant. What the topology has under such a name
 * already stays, moves and goes like any other.
 */
export function requireNamesMeant(nodes: TopologyWrite['nodes'], known: readonly KnownNode[]): void {
  const names = new Set(known.flatMap(({ name, zone }) => [name, zone]))
  const errors = Object.entries(nodes).flatMap(([name, zone]) => {
    const message =
      (names.has(name) ? undefined : unmeantName(name, 'node')) ??
      (zone === null || names.has(zone) ? undefined : unmeantName(zone, 'zone'))
    return message === undefined ? [] : [[dottedPath(['nodes', name]), { invalid: { message } }] as const]
  })
  if (errors.length > 0) throw validationError(Object.fromEntries(errors))
}

/** What is wrong with a key stands inside its issue. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
}
