import { effectiveSection, type SectionReader } from '@strata/layered-config'
import { useFormatter, useTranslations } from 'use-intl'
import { JsonEditor } from '#web/components/json-editor.tsx'
import { zoneDifferences } from '../provenance/zone-differences.ts'
import type { ShownSection } from './shown-section.ts'

/** What the API answers for a section, with the draft in it. */
export function EffectiveJson({ section, state }: ShownSection) {
  const t = useTranslations('systemConfigs.json')
  return (
    <JsonEditor
      label={t('labelEffective', { section })}
      value={JSON.stringify(effectiveSection(state.category, section), null, 2)}
      isReadOnly
    />
  )
}

/** Says where running nodes read something else than the API answers, because of their zone. */
export function ZonesNote({ state, scope }: ShownSection & { scope: SectionReader }) {
  const t = useTranslations('systemConfigs.json')
  const format = useFormatter()
  const differing = zoneDifferences(state.category, scope)
  if (differing.length === 0) return null
  return (
    <p>
      {t('zones', {
        zones: format.list(
          differing.map((each) => t('zone', { ...each })),
          { type: 'conjunction' },
        ),
      })}
    </p>
  )
}
