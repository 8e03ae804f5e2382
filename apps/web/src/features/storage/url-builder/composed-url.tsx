import { attachmentPath, type HandlerKind, targetOf } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { CopyButton } from '#web/components/copy-button.tsx'
import { Select } from '#web/components/select.tsx'
import styles from './url-builder.module.css'
import { type Sample, sampleTypes } from './use-sample.ts'

/** Where the file of a sample would go as the draft is now. */
export function ComposedUrl({ kind, sample }: { kind: HandlerKind; sample: Sample }) {
  const t = useTranslations('urlBuilder')
  const types = useTranslations('storage.routes.types')
  const composed = attachmentPath(kind, sample.settings, sample.document)
  const { method, url, hostHeader, path, isNameless } = targetOf(kind, sample.settings, composed)
  const holdsPath = path !== '' && url?.endsWith(path) === true
  const base = holdsPath ? url.slice(0, -path.length) : (url ?? '')
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <span className={styles.label}>{t('preview')}</span>
        <Select
          aria-label={t('sample')}
          className={styles.sample}
          options={sampleTypes.map((type) => ({ value: type, label: types(type) }))}
          value={sample.type}
          onChange={sample.choose}
        />
        <CopyButton text={url ?? path} label={t('copy')} />
      </div>
      <output className={styles.url} aria-label={t('preview')}>
        {method === undefined ? null : <b className={styles.method}>{method} </b>}
        <span className={styles.base}>{url === undefined ? t('noAddress') : base}</span>
        {holdsPath ? <span className={styles.path}>{path}</span> : null}
      </output>
      {holdsPath ? null : (
        <p className={styles.url}>
          <span className={styles.base}>{t('path')} </span>
          <span className={styles.path}>{path === '' ? t('emptyPath') : path}</span>
        </p>
      )}
      {hostHeader === undefined ? null : <p className={styles.help}>{t('hostHeader', { name: hostHeader })}</p>}
      {isNameless ? (
        <p className={styles.problem} role="alert">
          {t('nameless')}
        </p>
      ) : null}
      <p className={styles.help}>{t('sampleHelp')}</p>
    </div>
  )
}
