import { useTranslations } from 'use-intl'
import { keyText } from './key-text.ts'

/** A key and its section in words. */
export function useFieldText(): (place: { section: string; pointer: string }) => string {
  const t = useTranslations('systemConfigs.review')
  return ({ section, pointer }) =>
    pointer === '' ? t('sectionField', { section }) : t('field', { key: keyText(pointer), section })
}
