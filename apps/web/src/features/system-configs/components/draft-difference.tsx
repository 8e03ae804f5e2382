import type { JsonObject } from '@strata/json'
import { applyLeafOperations } from '@strata/layered-config'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { TextDifference } from '#web/components/text-difference.tsx'
import { operationsIn } from '../draft/category-draft.ts'
import { hideSecrets } from '../provenance/hide-secrets.ts'
import type { ShownSection } from './shown-section.ts'

/** What saving the draft makes of the stored document, line by line. */
export function DraftDifference({ detail, state }: ShownSection) {
  const t = useTranslations('systemConfigs.json')
  const { changes } = state.draft
  const [before, after] = useMemo(() => {
    const category = { sections: detail.sections, defaults: detail.defaults }
    const { sections } = applyLeafOperations(category, operationsIn(changes))
    return [textOf(detail.sections), textOf(sections)]
  }, [detail, changes])
  return before === after ? (
    <EmptyState title={t('noDifference')} />
  ) : (
    <TextDifference label={t('labelDifference')} before={before} after={after} />
  )
}

function textOf(sections: JsonObject): string {
  return `${JSON.stringify(hideSecrets(sections), null, 2)}\n`
}
