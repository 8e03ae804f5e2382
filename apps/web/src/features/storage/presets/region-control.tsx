import { createContext, useContext } from 'react'
import { ComboBox } from '#web/components/combo-box.tsx'
import type { ControlProps } from '#web/components/schema-form/field-hints.ts'
import { type S3Service, s3Presets } from './s3-services.ts'

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
