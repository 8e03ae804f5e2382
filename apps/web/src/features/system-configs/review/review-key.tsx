import { sectionKind } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { keyText } from '../words/key-text.ts'
import styles from './review-panel.module.css'

/** A place of the document: the section, and the key in it. */
export function ReviewKey({ section, pointer }: { section: string; pointer: string }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <>
      <LayerChip layer={sectionKind(section)}>{section}</LayerChip>{' '}
      <code className={styles.key}>{pointer === '' ? t('sectionItself') : keyText(pointer)}</code>
    </>
  )
}
