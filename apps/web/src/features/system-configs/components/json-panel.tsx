import type { JsonObject } from '@strata/json'
import { applyLeafOperations, effectiveSection, readKeys, type SectionReader } from '@strata/layered-config'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { JsonEditor } from '#web/components/json-editor.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { TextDifference } from '#web/components/text-difference.tsx'
import { operationsIn } from '../draft/category-draft.ts'
import { hideSecrets } from '../provenance/hide-secrets.ts'
import type { JsonShown } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { DraftJson } from './draft-json.tsx'
import styles from './json-panel.module.css'
import type { ShownSection } from './shown-section.ts'

interface JsonPanelProps extends ShownSection {
  scope: SectionReader
  shown: JsonShown
  onShow: (shown: JsonShown) => void
  /** Text that is no section or document yet: it cannot be saved. */
  onUnfinished: (problems: readonly FormError[]) => void
}

const SHOWN: readonly JsonShown[] = ['section', 'document', 'read', 'effective', 'difference']

/** The category as JSON beside the form, in step with it: what is stored with the draft in it, what nodes read, what the API answers, changes. */
export function JsonPanel({ shown, scope, onShow, onUnfinished, ...section }: JsonPanelProps) {
  const t = useTranslations('systemConfigs.json')
  return (
    <section className={styles.panel} aria-label={t('which')}>
      <header className={styles.head}>
        <Segmented
          variant="quiet"
          aria-label={t('which')}
          options={SHOWN.map((value) => ({ value, label: t(value) }))}
          value={shown}
          onChange={onShow}
        />
        <p>{t(`hint.${shown}`)}</p>
      </header>
      {shown === 'read' ? (
        <ReadJson {...section} scope={scope} />
      ) : shown === 'effective' ? (
        <EffectiveJson {...section} />
      ) : shown === 'difference' ? (
        <DraftDifference {...section} />
      ) : (
        <DraftJson {...section} isWhole={shown === 'document'} onUnfinished={onUnfinished} />
      )}
    </section>
  )
}

/** What saving the draft makes of the stored document, line by line. */
function DraftDifference({ detail, state }: ShownSection) {
  const t = useTranslations('systemConfigs.json')
  const { now: changes } = state.draft
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

/** What the API answers for a section, with the draft in it. */
function EffectiveJson({ section, state }: ShownSection) {
  const t = useTranslations('systemConfigs.json')
  return (
    <JsonEditor
      label={t('labelEffective', { section })}
      value={JSON.stringify(effectiveSection(state.category, section), null, 2)}
      isReadOnly
    />
  )
}

/** What nodes read, with the draft in it; beside it what depends on a zone that nobody knows. */
function ReadJson({ section, state, scope }: ShownSection & { scope: SectionReader }) {
  const t = useTranslations('systemConfigs.json')
  const phrases = useReadingPhrases()
  const { sure, byZone } = useMemo(() => readKeys(state.category, scope), [state.category, scope])
  return (
    <>
      {byZone.length === 0 ? null : (
        <div className={styles.byZone}>
          <p>{t('byZone')}</p>
          <ul>
            {byZone.map(({ key, readings }) => (
              <li key={key}>
                <code>{keyText(key)}</code> {phrases.all(readings)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <JsonEditor
        label={t('labelRead', { section })}
        value={JSON.stringify(hideSecrets({ [section]: sure })[section], null, 2)}
        isReadOnly
      />
    </>
  )
}
