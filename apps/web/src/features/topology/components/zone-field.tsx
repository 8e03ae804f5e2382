import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import type { zoneProblem } from '../name-problems.ts'

interface ZoneFieldProps {
  hint: string
  zones: readonly string[]
  value: string
  problem: ReturnType<typeof zoneProblem>
  onChange: (zone: string) => void
}

/** A zone: one of those that are known, or any other name. */
export function ZoneField({ hint, zones, value, problem, onChange }: ZoneFieldProps) {
  const t = useTranslations('topology.assign')
  return (
    <ComboBox
      label={t('zone')}
      description={hint}
      placeholder={t('placeholder')}
      isCode
      options={zones.map((zone) => ({ value: zone, label: zone }))}
      value={value}
      onChange={onChange}
      {...(problem === undefined ? {} : { errorMessage: t(`problem.${problem}`) })}
    />
  )
}
