import type { SweepFinding, SweptCategory } from '@strata/api-types'
import { deepEqual, type JsonValue, parsePointer } from '@strata/json'
import type { Inspection } from '../configs.ts'
import type { LoadedCategory } from '../loaded-category.ts'
import { shownLeaf } from '../secrets.ts'
import { layerFindings } from './sweep-layers.ts'
import { schemaFindings } from './sweep-schema.ts'

const maxFindings = 1000

/** What could be tidied in a category. */
export async function sweptCategory(
  category: LoadedCategory,
  revision: string,
  inspection: Inspection,
): Promise<SweptCategory> {
  const findings = [...(await layerFindings(category, inspection)), ...(await schemaFindings(category, inspection))]
    .filter((finding) => !setsHiddenSecret(finding, inspection))
    .map((finding) => shown(finding, inspection))
  return {
    category: category.name,
    revision,
    findings: findings.slice(0, maxFindings),
    left_out: Math.max(0, findings.length - maxFindings),
  }
}

/** A secret that is hidden cannot be set elsewhere by what reads in its place. */
function setsHiddenSecret({ operations }: SweepFinding, inspection: Inspection): boolean {
  return operations.some(
    (operation) =>
      operation.op === 'set' &&
      !deepEqual(show(operation.value, operation.section, operation.pointer, inspection), operation.value),
  )
}

function shown(finding: SweepFinding, inspection: Inspection): SweepFinding {
  const { value, section, pointer } = finding
  return value === undefined ? finding : { ...finding, value: show(value, section, pointer, inspection) }
}

function show(value: JsonValue, section: string, pointer: string, { configs, actor }: Inspection): JsonValue {
  return shownLeaf(configs, actor, value, [section, ...parsePointer(pointer)])
}
