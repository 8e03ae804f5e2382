import type {
  CategoryDetail,
  CategorySummary,
  CategoryWrite,
  DocumentVersions,
  DryRun,
  FormSchema,
  TopologyDetail,
  VersionChoice,
  WayBack,
} from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import {
  applyLeafOperations,
  countOverrides,
  sectionsWithOverrides,
  storedChanges,
  storedConfig,
  wayBack,
} from '@strata/layered-config'
import { vi } from 'vitest'
import { validatorUrl } from '#web/components/schema-form/testing/compile-form.ts'
import { answering, failure, success } from '#web/testing/server-answers.ts'

const emptyDryRun: DryRun = {
  category: 'sysconf',
  revision: '1-a',
  outcomes: [],
  stored: [],
  effects: [],
  nodes: { changed: 0, perhaps: 0, all: 0 },
  warnings: [],
  lost_by_other_clients: [],
  lost_count: 0,
  lost_anew: 0,
  curl: null,
}

/** The console's API for one category, with the rules of leaf operations, in place of the network. */
export function startFakeServer(
  stored: Pick<CategoryDetail, 'sections' | 'defaults'>,
  properties: JsonObject,
  /** Of the nodes whose zone somebody knows. */
  zones: Readonly<Record<string, string>> = {},
) {
  const schema = { type: 'object', properties }
  const form: FormSchema = {
    id: 'system_config.sysconf',
    revision: 's1',
    schema,
    defaults: stored.defaults,
    validator_url: validatorUrl(schema),
  }
  const writes: CategoryWrite[] = []
  const refusals: Response[] = []
  const dryRuns: CategoryWrite[] = []
  let answerReview = (_write: CategoryWrite): Response => success(toJson(emptyDryRun))
  const elsewhere = { id: 'other', title: 'Other', revision: '1-a', keys: [], sections: {} as JsonObject }
  let revision = 1
  let sections = stored.sections
  let lostOnSave: WayBack['lost'] = []
  let other: CategoryDetail['sections'] | undefined

  function detail(): CategoryDetail {
    const { defaults } = stored
    const conflicts = other === undefined ? {} : { conflicts: 1 }
    const names = { id: 'sysconf', title: 'Sysconf' }
    return { ...names, revision: `${revision}-a`, schema_revision: 's1', sections, defaults, ...conflicts }
  }

  function summary(): CategorySummary {
    const { id, title } = detail()
    const counts = { sections: sectionsWithOverrides(sections).length, zones: 0, nodes: 0 }
    return {
      id,
      title,
      stored: true,
      has_schema: true,
      keys: 1,
      ...counts,
      overrides: countOverrides(sections),
      modified: null,
    }
  }

  function versions(): DocumentVersions {
    const read = `${revision}-a`
    return {
      revision: read,
      conflicts: ['1-other'],
      versions: [
        { revision: read, modified: null, document: sections },
        { revision: '1-other', modified: null, document: other ?? {} },
      ],
    }
  }

  function settle({ keep }: VersionChoice): Response {
    if (keep === '1-other') sections = other ?? {}
    other = undefined
    revision += 1
    return success(toJson(detail()))
  }

  function write(data: CategoryWrite): Response {
    writes.push(data)
    const refusal = refusals.shift()
    if (refusal !== undefined) return refusal
    if (data.base_revision !== detail().revision) return failure(409, 'datastore_conflict')
    const before = sections
    sections = storedConfig(applyLeafOperations({ sections, defaults: stored.defaults }, data.operations).sections)
    const leaves = storedChanges(before, sections).length
    if (leaves > 0) revision += 1
    const back = wayBack({ before, after: sections, defaults: stored.defaults })
    const saved = { leaves, nodes: { changed: 3, perhaps: 0, all: 4 }, way_back: { ...back, lost: lostOnSave } }
    return success(toJson({ ...detail(), saved }))
  }

  function review(data: CategoryWrite): Response {
    dryRuns.push(data)
    return answerReview(data)
  }

  function topology(): TopologyDetail {
    const nodes = Object.entries(zones).map(([name, zone]) => ({ name, zone, source: 'assigned' as const }))
    return { revision: null, nodes }
  }

  const { fetch } = answering(({ method, url, body }) => {
    if (url.endsWith('/system_configs')) return success([toJson(summary())])
    if (url.endsWith('/index')) return success({ categories: [elsewhere] })
    if (url.endsWith('/topology')) return success(toJson(topology()))
    if (url.endsWith('/form')) return success(toJson(form))
    if (url.endsWith('/conflicts')) return method === 'GET' ? success(versions()) : settle(JSON.parse(body).data)
    if (url.endsWith('/dry_run')) return review(JSON.parse(body).data)
    return method === 'POST' ? write(JSON.parse(body).data) : success(toJson(detail()))
  })
  vi.stubGlobal('fetch', fetch)

  return {
    writes,
    dryRuns,
    /** Dry runs are answered so; what is not given is empty. */
    reviewAs: (answer: (write: CategoryWrite) => Partial<DryRun> | Response) => {
      answerReview = (write) => {
        const given = answer(write)
        return given instanceof Response ? given : success(toJson({ ...emptyDryRun, ...given }))
      }
    },
    /** The next write is answered so. */
    refuseOnce: (refusal: Response) => refusals.push(refusal),
    /** Of the way back from the next saves, what it cannot bring back. */
    loseOnSave: (lost: WayBack['lost']) => {
      lostOnSave = lost
    },
    /** Another server stored another version, which is not read. */
    keepBeside: (version: CategoryDetail['sections']) => {
      other = version
    },
    /** A section that only another category has. */
    storeElsewhere: (section: string) => {
      elsewhere.sections[section] = [['/key', 1]]
    },
    /** Another operator changes the document. */
    change: (next: CategoryDetail['sections']) => {
      sections = next
      revision += 1
    },
  }
}

function toJson(data: object): JsonValue {
  return JSON.parse(JSON.stringify(data))
}
