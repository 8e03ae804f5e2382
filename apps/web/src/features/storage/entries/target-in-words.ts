import type { JsonObject } from '@strata/json'
import { shownAddress } from '@strata/kazoo-schemas'
import { isSecretMarker } from '@strata/layered-config'
import type { useTranslations } from 'use-intl'
import { objectAt, textOf } from '../document/document-parts.ts'
import { s3ServiceOf } from '../presets/s3-services.ts'
import { type BackEndKind, kindOf } from './back-end-kinds.ts'

export type TranslateTarget = ReturnType<typeof useTranslations<'storage.target'>>

/** Where a back-end keeps files, in a few words: `S3 bucket kz-eu in eu-west-1`. Never shows a secret. */
export function targetInWords(entry: JsonObject, t: TranslateTarget): string {
  const kind = kindOf(entry)
  if (kind !== undefined) return targets[kind](objectAt(entry, '/settings'), t)
  const handler = textOf(entry.handler)
  return handler === undefined ? t('noHandler') : t('unknown', { handler })
}

/** The server that a connection leads to. */
export function connectionInWords(entry: JsonObject, t: TranslateTarget): string {
  const { ip, port } = objectAt(entry, '/settings')
  const host = textOf(ip)
  if (host === undefined) return t('connection.none')
  return port === undefined ? t('connection.host', { host }) : t('connection.port', { host, port: String(port) })
}

const targets: Readonly<Record<BackEndKind, (settings: JsonObject, t: TranslateTarget) => string>> = {
  s3: (settings, t) => {
    const [bucket, host, region] = [textOf(settings.bucket), textOf(settings.host), textOf(settings.region)]
    if (bucket === undefined) return t('s3.none')
    if (host !== undefined) return t('s3.host', { bucket, host })
    if (s3ServiceOf(settings) === 'minio') return t('s3.noHost', { bucket })
    return region === undefined ? t('s3.bucket', { bucket }) : t('s3.region', { bucket, region })
  },
  azure: (settings, t) => {
    const [container, account] = [textOf(settings.container), textOf(settings.account)]
    if (container === undefined) return t('azure.none')
    return account === undefined ? t('azure.container', { container }) : t('azure.account', { container, account })
  },
  google_storage: (settings, t) => {
    const bucket = textOf(settings.bucket)
    return bucket === undefined ? t('google_storage.none') : t('google_storage.bucket', { bucket })
  },
  google_drive: (settings, t) => {
    const [account, folder] = [textOf(settings.oauth_doc_id), textOf(settings.folder_id)]
    if (account === undefined) return t('google_drive.none')
    return folder === undefined ? t('google_drive.account', { account }) : t('google_drive.folder', { account, folder })
  },
  dropbox: (settings, t) => {
    const account = textOf(settings.oauth_doc_id)
    return account === undefined ? t('dropbox.none') : t('dropbox.account', { account })
  },
  onedrive: (settings, t) => {
    const account = textOf(settings.oauth_doc_id)
    return account === undefined ? t('onedrive.none') : t('onedrive.account', { account })
  },
  http: (settings, t) => {
    const verb = (textOf(settings.verb) ?? 'post').toUpperCase()
    const isHidden = isSecretMarker(settings.url)
    const url = isSecretMarker(settings.url) ? settings.url.shown : textOf(settings.url)
    if (url === undefined) return isHidden ? t('http.hidden', { verb }) : t('http.none')
    // What is being typed may hold a password before the server hides it.
    return t('http.url', { verb, url: shownAddress(url) ?? url })
  },
}
