import type { JsonObject } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'
import { type HandlerKind, isHandlerKind } from '@strata/storage-plan'
import { Boxes, CircleHelp, Cloud, Cylinder, Globe, PackageOpen, Triangle, Warehouse } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { objectAt, textOf } from '../document/document-parts.ts'
import { s3ServiceOf } from '../presets/s3-services.ts'
import styles from './entry-card.module.css'

type TranslateTarget = ReturnType<typeof useTranslations<'storage.target'>>

interface BackEndKind {
  readonly icon: ReactNode
  /** Where files are kept, in a few words. Never shows a secret. */
  readonly target: (settings: JsonObject, t: TranslateTarget) => string
}

/** How each kind of back-end is shown; what it is called and what it is stand in the texts, at `storage.kinds`. */
const kinds = {
  s3: {
    icon: <Cylinder />,
    target(settings, t) {
      const [bucket, host, region] = [textOf(settings.bucket), textOf(settings.host), textOf(settings.region)]
      if (bucket === undefined) return t('s3.none')
      if (host !== undefined) return t('s3.host', { bucket, host })
      if (s3ServiceOf(settings) === 'minio') return t('s3.noHost', { bucket })
      return region === undefined ? t('s3.bucket', { bucket }) : t('s3.region', { bucket, region })
    },
  },
  azure: {
    icon: <Boxes />,
    target(settings, t) {
      const [container, account] = [textOf(settings.container), textOf(settings.account)]
      if (container === undefined) return t('azure.none')
      return account === undefined ? t('azure.container', { container }) : t('azure.account', { container, account })
    },
  },
  google_storage: {
    icon: <Warehouse />,
    target(settings, t) {
      const bucket = textOf(settings.bucket)
      return bucket === undefined ? t('google_storage.none') : t('google_storage.bucket', { bucket })
    },
  },
  google_drive: {
    icon: <Triangle />,
    target(settings, t) {
      const [account, folder] = [textOf(settings.oauth_doc_id), textOf(settings.folder_id)]
      if (account === undefined) return t('google_drive.none')
      return folder === undefined
        ? t('google_drive.account', { account })
        : t('google_drive.folder', { account, folder })
    },
  },
  dropbox: {
    icon: <PackageOpen />,
    target(settings, t) {
      const account = textOf(settings.oauth_doc_id)
      return account === undefined ? t('dropbox.none') : t('dropbox.account', { account })
    },
  },
  onedrive: {
    icon: <Cloud />,
    target(settings, t) {
      const account = textOf(settings.oauth_doc_id)
      return account === undefined ? t('onedrive.none') : t('onedrive.account', { account })
    },
  },
  http: {
    icon: <Globe />,
    target(settings, t) {
      const verb = (textOf(settings.verb) ?? 'post').toUpperCase()
      const isHidden = isSecretMarker(settings.url)
      const url = isSecretMarker(settings.url) ? settings.url.shown : textOf(settings.url)
      if (url === undefined) return isHidden ? t('http.hidden', { verb }) : t('http.none')
      // What is being typed may hold a password before the server hides it.
      return t('http.url', { verb, url: shownAddress(url) ?? url })
    },
  },
} satisfies Readonly<Record<HandlerKind, BackEndKind>>

/** The kind of a back-end; undefined for one that this console does not know. */
export function kindOf({ handler }: JsonObject): HandlerKind | undefined {
  return isHandlerKind(handler) ? handler : undefined
}

/** What a back-end is called: its friendly name, else its handler. */
export function nameOf(entry: JsonObject): string | undefined {
  return textOf(entry.name) ?? textOf(entry.handler)
}

/** Where a back-end keeps files, in a few words: `S3 bucket kz-eu in eu-west-1`. */
export function targetInWords(entry: JsonObject, t: TranslateTarget): string {
  const kind = kindOf(entry)
  if (kind !== undefined) return kinds[kind].target(objectAt(entry, '/settings'), t)
  const handler = textOf(entry.handler)
  return handler === undefined ? t('noHandler') : t('unknown', { handler })
}

/** The sign of a kind of back-end; its name always stands beside it. */
export function KindIcon({ kind }: { kind: HandlerKind | undefined }) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {kind === undefined ? <CircleHelp /> : kinds[kind].icon}
    </span>
  )
}

/** What a kind of back-end is called, by its handler; empty for connections. */
export function useKindTitle(): (handler: string | undefined) => string {
  const t = useTranslations('storage.kinds')
  return (handler) => (isHandlerKind(handler) ? t(`${handler}.title`) : (handler ?? ''))
}
