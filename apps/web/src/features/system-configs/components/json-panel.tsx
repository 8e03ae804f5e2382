import type { SectionReader } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { Segmented } from '#web/components/segmented.tsx'
import type { JsonShown } from '../routes.ts'
import { DraftDifference } from './draft-difference.tsx'
import { DraftJson } from './draft-json.tsx'
import { EffectiveJson, ZonesNote } from './effective-json.tsx'
import styles from './json-panel.module.css'
import type { ShownSection } from './shown-section.ts'

interface JsonPanelProps extends ShownSection {
  scope: SectionReader
  shown: JsonShown
  onShow: (shown: JsonShown) => void
  /** Text that is no section or document yet: it cannot be saved. */
  onUnfinished: (problems: readonly FormError[]) => void
}

const SHOWN: readonly JsonShown[] = ['section', 'document', 'effective', 'difference']

/** The category as JSON beside the form, in step with it: what is stored with the draft in it, effective values, changes. */
export function JsonPanel({ shown, scope, onShow, onUnfinished, ...section }: JsonPanelProps) {
  const t = useTranslations('systemConfigs.json')
  return (
    <section className={styles.panel} aria-label={t('which')}>
      <header className={styles.head}>
        <Segmented
          aria-label={t('which')}
          options={SHOWN.map((value) => ({ value, label: t(value) }))}
          value={shown}
          onChange={onShow}
        />
        <p>{t(shown === 'effective' ? 'hintEffective' : shown === 'difference' ? 'hintDifference' : 'hint')}</p>
        {shown === 'effective' ? <ZonesNote {...section} scope={scope} /> : null}
      </header>
      {shown === 'effective' ? (
        <EffectiveJson {...section} />
      ) : shown === 'difference' ? (
        <DraftDifference {...section} />
      ) : (
        <DraftJson {...section} isWhole={shown === 'document'} onUnfinished={onUnfinished} />
      )}
    </section>
  )
}
