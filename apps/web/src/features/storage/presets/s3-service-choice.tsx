import { useTranslations } from 'use-intl'
import { Select } from '#web/components/select.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import styles from '../entries/entry-editor.module.css'
import { type S3Service, s3Services } from './s3-services.ts'

interface S3ServiceChoiceProps {
  value: S3Service
  onChange: (service: S3Service) => void
}

/** Whose S3 it is: fills in what differs from one to the next. */
export function S3ServiceChoice({ value, onChange }: S3ServiceChoiceProps) {
  const t = useTranslations('storage.presets')
  const { isReadOnly } = useStorageDocument()
  return (
    <Select
      label={t('label')}
      description={t('help')}
      className={styles.service}
      options={s3Services.map((service) => ({
        value: service,
        label: t(`${service}.title`),
        description: t(`${service}.description`),
      }))}
      value={value}
      onChange={onChange}
      isDisabled={isReadOnly}
    />
  )
}
