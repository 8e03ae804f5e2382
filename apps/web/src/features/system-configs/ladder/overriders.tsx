import { formatPointer, getAt } from '@strata/json'
import { type Category, overridingSections, sectionKind } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import { toCategory } from '../routes.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import styles from './ladder.module.css'

interface OverridersProps {
  category: Category
  categoryId: string
  pointer: string
  onLeave: () => void
}

const SHOWN = 20

/** The zones and nodes that do not take a key from `default`, with the way there. */
export function Overriders({ category, categoryId, pointer, onLeave }: OverridersProps) {
  const t = useTranslations('ladder.overriders')
  const phrases = useReadingPhrases()
  const all = overridingSections(category.sections, pointer)
  if (all.length === 0) return null
  const valueIn = (section: string) => {
    const value = getAt(category.sections, formatPointer([section]) + pointer)
    return value === undefined ? null : phrases.value(hideSecretsAt(pointer, value))
  }
  return (
    <div className={styles.overriders}>
      <h3>{t('title', { count: all.length })}</h3>
      <ul>
        {all.slice(0, SHOWN).map((section) => (
          <li key={section}>
            <Link {...toCategory(categoryId, { section, key: pointer })} onClick={onLeave}>
              <LayerChip layer={sectionKind(section)}>
                {phrases.layer({ layer: sectionKind(section), section })}
              </LayerChip>
            </Link>
            <code className={styles.value}>{valueIn(section)}</code>
          </li>
        ))}
      </ul>
      {all.length > SHOWN ? <p className={styles.hint}>{t('more', { count: all.length - SHOWN })}</p> : null}
    </div>
  )
}
