import type { Category } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { overridersOf } from '../field-provenance.ts'
import { hideSecretsAt } from '../hide-secrets.ts'
import { toCategory } from '../routes.ts'
import styles from './ladder.module.css'
import { useReadingPhrases } from './use-reading-phrases.ts'

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
  const all = overridersOf(category, pointer)
  if (all.length === 0) return null
  return (
    <div className={styles.overriders}>
      <h3>{t('title', { count: all.length })}</h3>
      <ul>
        {all.slice(0, SHOWN).map((other) => (
          <li key={other.section}>
            <Link {...toCategory(categoryId, { section: other.section, key: pointer })} onClick={onLeave}>
              <LayerChip layer={other.layer}>{phrases.layer(other)}</LayerChip>
            </Link>
            <code className={styles.value}>{phrases.value(hideSecretsAt(pointer, other.value))}</code>
          </li>
        ))}
      </ul>
      {all.length > SHOWN ? <p className={styles.hint}>{t('more', { count: all.length - SHOWN })}</p> : null}
    </div>
  )
}
