import { sectionKind } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Checkbox } from '#web/components/checkbox.tsx'
import { LayerChip } from '#web/components/chip.tsx'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReviewedValue } from '../words/use-reading-words.ts'
import styles from './finding-table.module.css'
import { type Found, isMendable } from './found.ts'

interface FindingCellsProps {
  found: Found
  isSelected: boolean
  onSelect: (isSelected: boolean) => void
}

/** One finding: where, what is stored there, and what would become of it. */
export function FindingCells({ found, isSelected, onSelect }: FindingCellsProps) {
  const t = useTranslations('sweep.list')
  const text = useReviewedValue()
  const { category, finding } = found
  const { section, pointer, value } = finding
  const key = pointer === '' ? t('wholeSection') : keyText(pointer)
  return (
    <>
      <td className={styles.check}>
        {isMendable(found) ? (
          <Checkbox aria-label={t('select', { key, section, category })} isSelected={isSelected} onChange={onSelect} />
        ) : null}
      </td>
      <th scope="row" className={styles.key}>
        <Link {...toCategory(category, { section, ...(pointer === '' ? {} : { key: pointer }) })}>
          <code>{key}</code>
        </Link>
      </th>
      <td className={styles.section}>
        <LayerChip layer={sectionKind(section)} title={section}>
          {section}
        </LayerChip>
      </td>
      <td className={styles.stored}>{value === undefined ? null : text(value)}</td>
      <td className={styles.becomes}>
        <Becomes found={found} />
      </td>
    </>
  )
}

function Becomes({ found: { finding } }: { found: Found }) {
  const t = useTranslations('sweep.becomes')
  const text = useReviewedValue()
  const { kind, section, keyword, nodes = [], value, instead } = finding
  const bold = { b: (words: ReactNode) => <b key="value">{words}</b> }
  switch (kind) {
    case 'equal-to-inherited':
      return t('same')
    case 'pin':
      return t('builtIn')
    case 'unknown-key':
      return t('removed')
    case 'unread':
      return t('unread')
    case 'mixed-shape':
      return t('mixed')
    case 'empty-section':
      return t('nothingStored')
    case 'unknown-node':
    case 'unknown-zone':
      return t('sectionRemoved')
    case 'wrong-type':
      return instead === undefined
        ? t('refused', { keyword: keyword ?? '' })
        : t.rich('converted', { value: text(instead), ...bold })
    case 'promotable':
      return t.rich('promoted', { count: nodes.length, zone: section, value: text(value ?? null), ...bold })
    case 'near-duplicate':
      return t.rich('odd', { count: nodes.length, value: text(instead ?? null), ...bold })
  }
}
