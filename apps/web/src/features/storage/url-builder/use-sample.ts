import type { JsonObject } from '@strata/json'
import {
  type AttachmentDocument,
  layeredStorage,
  monthOf,
  type PlanClass,
  plainSettings,
  resolveRoute,
  sampleDocument,
} from '@strata/storage-plan'
import { useState } from 'react'
import { useSession } from '#web/lib/session.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { referencesTo } from '../plan/plan-rules.ts'

/** Documents whose files a path can be shown for. */
export const sampleTypes = ['mailbox_message', 'call_recording', 'fax', 'media'] as const

export type SampleType = (typeof sampleTypes)[number]

/** Stands in for whoever owns a document of the sample. */
const inventedUser = 'e0b1c2d3a4f5061728394a5b6c7d8e9f'

const classes: Readonly<Record<SampleType, PlanClass>> = {
  mailbox_message: 'modb',
  call_recording: 'modb',
  fax: 'modb',
  media: 'account',
}

export interface Sample {
  readonly type: SampleType
  readonly choose: (type: SampleType) => void
  readonly document: AttachmentDocument
  /** The back-end's settings, with those of the sample's route over them where that leads here. */
  readonly settings: JsonObject
}

/** A document to show the paths of a back-end with: of a type that is sent there, or of any that is asked for. */
export function useSample(id: string, settings: JsonObject, defaults: JsonObject): Sample {
  const { place, fields, layers, kazooVersion } = useStorageDocument()
  const session = useSession()
  const [chosen, choose] = useState<SampleType>()
  const sent = referencesTo(fields, 'attachments', id, kazooVersion).map(({ rule }) => rule.type)
  const type = chosen ?? sampleTypes.find((name) => sent.includes(name)) ?? 'mailbox_message'
  const question = { planClass: classes[type], type }
  const { backEnd } = resolveRoute(layeredStorage(layers), question)
  return {
    type,
    choose,
    document: sampleDocument(question, {
      accountId: 'accountId' in place ? (place.accountId ?? session.account_id) : session.account_id,
      userId: place.scope === 'user' ? place.userId : inventedUser,
      month: monthOf(new Date().toISOString()),
    }),
    settings: { ...defaults, ...(backEnd?.id.value === id ? plainSettings(backEnd) : settings) },
  }
}
