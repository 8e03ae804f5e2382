import type { NodeChange, NodeJobAction, NodeJobWrite } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { isSectionName, sectionKind } from '@strata/layered-config'
import { z } from 'zod'
import { badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { unmeantName } from '#bff/validation/unmeant-name.ts'

const maxLeaves = 1000
const maxCategories = 1000

/** What there may be already, whatever it is called. */
const named = z.string().refine((name) => isSectionName(name) && name !== 'default', 'No node or zone has this name.')
const known = named.refine((name) => sectionKind(name) === 'node', 'A node is called name@host.')
const meant =
  (what: string) =>
  (name: string, { addIssue }: z.RefinementCtx) => {
    const message = unmeantName(name, what)
    if (message !== undefined) addIssue({ code: 'custom', message })
  }
const target = known.superRefine(meant('node'))
const zone = z
  .string()
  .refine((name) => isSectionName(name) && sectionKind(name) === 'zone', 'No zone can have this name.')
  .superRefine(meant('zone'))

const copy = { node: known, to: target, existing: z.enum(['merge', 'replace', 'skip']), zone: zone.exactOptional() }
const leaf = z.strictObject({
  category: z.string().min(1),
  pointer: z.string().refine((text) => /^\//.test(text) && !/~(?![01])/.test(text), 'This is not a JSON Pointer.'),
  into: z.enum(['node', 'other']),
})

const change = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('clone'), ...copy }),
    z.strictObject({ kind: z.literal('rename'), ...copy }),
    z.strictObject({ kind: z.literal('retire'), node: known }),
    z.strictObject({
      kind: z.literal('take'),
      node: named,
      other: named,
      zone: zone.exactOptional(),
      leaves: z.array(leaf).min(1).max(maxLeaves, `At most ${maxLeaves} values fit into one change.`),
    }),
  ])
  .refine((one) => !('to' in one) || one.to !== one.node, { path: ['to'], message: 'That is the node itself.' })
  .refine((one) => !('other' in one) || one.other !== one.node, {
    path: ['other'],
    message: 'That is the node itself.',
  })

const write = z.strictObject({
  change,
  reviewed: z
    .record(z.string(), z.string())
    .refine((revisions) => Object.keys(revisions).length <= maxCategories, `At most ${maxCategories} categories.`),
})

const act = z.strictObject({ action: z.enum(['stop', 'complete', 'take-back']) })

/** Throws `invalid`, keyed by where in the body the fault is. */
export function parseNodeChange(data: JsonValue): NodeChange {
  return parsed(change, data)
}

/** As `parseNodeChange`. */
export function parseNodeJob(data: JsonValue): NodeJobWrite {
  return parsed(write, data)
}

/** As `parseNodeChange`. */
export function parseNodeAction(data: JsonValue): NodeJobAction {
  return parsed(act, data)
}

/** Throws `not-found` for what is no job's id. */
export function requireJobId(id: string): string {
  if (!/^[0-9a-f]{32}$/.test(id)) throw badIdentifier(id)
  return id
}

function parsed<T>(schema: z.ZodType<T>, data: JsonValue): T {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw validationError(
    Object.fromEntries(
      result.error.issues.map(({ path, message }) => [dottedPath(path.map(String)), { invalid: { message } }]),
    ),
  )
}
