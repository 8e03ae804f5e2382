import type {} from 'use-intl'
import { bulk } from './bulk.ts'
import { compare } from './compare.ts'
import { components } from './components.ts'
import { errors } from './errors.ts'
import { frame } from './frame.ts'
import { glossary, glossaryNames } from './glossary.ts'
import { ladder } from './ladder.ts'
import { matrix } from './matrix.ts'
import { node } from './node.ts'
import { schemaForm } from './schema-form.ts'
import { search } from './search.ts'
import { storage } from './storage.ts'
import { storageWhere } from './storage-where.ts'
import { sweep } from './sweep.ts'
import { systemConfigs } from './system-configs.ts'
import { topology } from './topology.ts'
import { urlBuilder } from './url-builder.ts'
import { versions } from './versions.ts'

/** Every text of the interface in English, by area. Keys are typed: `useTranslations('frame')('signIn.title')`. */
export const en = {
  bulk,
  compare,
  components,
  errors,
  frame,
  glossary,
  glossaryNames,
  ladder,
  matrix,
  node,
  schemaForm,
  search,
  storage,
  storageWhere,
  sweep,
  systemConfigs,
  topology,
  urlBuilder,
  versions,
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof en
  }
}
