import { createContext, useContext } from 'react'
import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import type { ControlProps } from '#web/components/schema-form/field-hints.ts'
import { Select } from '#web/components/select.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import styles from '../entries/entry-editor.module.css'
import { type S3Service, s3Presets, s3Services } from './s3-services.ts'

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

const ServiceContext = createContext<S3Service>('aws')

/** Says whose regions are offered. */
export const S3ServiceProvider = ServiceContext.Provider

/** Edits a region: those of the service are offered, any other can be typed. */
export function RegionControl({ id, labelledBy, describedBy, value, placeholder, ...control }: ControlProps) {
  const { regions } = s3Presets[useContext(ServiceContext)]
  return (
    <ComboBox
      key={regions[0]}
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      isCode
      menuTrigger="input"
      options={regions.map((region) => ({ value: region, label: region }))}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholder}
      isInvalid={control.isInvalid}
      isReadOnly={control.isReadOnly}
      onChange={(next) => control.onChange(next === '' ? undefined : next)}
    />
  )
}
