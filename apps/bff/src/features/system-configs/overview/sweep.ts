import type { SweepFinding, SweptCategory } from '@strata/api-types'
import { deepEqual, type JsonValue, parsePointer } from '@strata/json'
import type { KnownNode } from '@strata/layered-config'
import type { ApiRequest } from '#bff/http/route.ts'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import type { LoadedCategory } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { SectionRules } from '../section-errors.ts'
import type { SectionKeys } from '../section-keys.ts'
import { layerFindings } from './sweep-layers.ts'
import { schemaFindings } from './sweep-schema.ts'

const maxFindings = 1000

/** What a sweep is told beside the category. */
export interface SweepParts {
  readonly keys: SectionKeys
  readonly nodes: readonly KnownNode[]
  readonly rules: SectionRules
  readonly secrets: Secrets
  readonly request: ApiRequest
  readonly breathe: Breathe
}

/** What could be tidied in a category. */
export async function sweptCategory(
  category: LoadedCategory,
  revision: string,
  parts: SweepParts,
): Promise<SweptCategory> {
  const findings = [...(await layerFindings(category, parts)), ...(await schemaFindings(category, parts))]
    .filter((finding) => !setsHiddenSecret(finding, parts))
    .map((finding) => shown(finding, parts))
  return {
    category: category.name,
    revision,
    findings: findings.slice(0, maxFindings),
    left_out: Math.max(0, findings.length - maxFindings),
  }
}

/** A secret that is hidden cannot be set elsewhere by what reads in its place. */
function setsHiddenSecret({ operations }: SweepFinding, parts: SweepParts): boolean {
  return operations.some(
    (operation) =>
      operation.op === 'set' &&
      !deepEqual(show(operation.value, operation.section, operation.pointer, parts), operation.value),
  )
}

function shown(finding: SweepFinding, parts: SweepParts): SweepFinding {
  const { value, section, pointer } = finding
  return value === undefined ? finding : { ...finding, value: show(value, section, pointer, parts) }
}

function show(value: JsonValue, section: string, pointer: string, { secrets, request }: SweepParts): JsonValue {
  return secrets.showLeaf(request, value, [section, ...parsePointer(pointer)])
}
