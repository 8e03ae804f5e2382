import type { AttachmentDocument } from './attachment-path.ts'
import type { PlanClass, PlanRule } from './plan-rule.ts'

/** Whose document it is meant to be, and when it was made. */
export interface SampleOwner {
  readonly accountId: string
  /** The user it belongs to. */
  readonly userId: string | undefined
  /** `YYYYMM`. */
  readonly month: string
}

const id = '5a3c9e1f7b2d4860a1c3e5f70b2d4968'

const fileNames: ReadonlyMap<string, string> = new Map([
  ['mailbox_message', 'uploaded_file_1700000000.mp3'],
  ['call_recording', 'call_recording_1700000000.mp3'],
  ['fax', 'fax.tiff'],
  ['faxes', 'fax.tiff'],
  ['function', 'function.zip'],
  ['functions', 'function.zip'],
])

/** A document such as a question asks about, to show a path with: names as KAZOO makes them, ids invented. */
export function sampleDocument({ planClass, type }: PlanRule<PlanClass>, owner: SampleOwner): AttachmentDocument {
  const { accountId, userId, month } = owner
  const account = `account/${accountId.slice(0, 2)}/${accountId.slice(2, 4)}/${accountId.slice(4)}`
  const databases = {
    modb: `${account}-${month}`,
    yodb: `${account}-${month.slice(0, 4)}`,
    account,
    system: type ?? 'system_media',
    aggregate: 'faxes',
  }
  return {
    accountId: planClass === 'system' ? undefined : accountId,
    database: databases[planClass],
    id: planClass === 'modb' ? `${month}-${id}` : id,
    attachment: fileNames.get(type ?? '') ?? 'media.mp3',
    fields: userId === undefined ? {} : { owner_id: userId },
  }
}
