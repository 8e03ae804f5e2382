import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import { Select } from '#web/components/select.tsx'
import { categoriesQuery } from '../api/categories.ts'
import { categoryQuery } from '../api/category.ts'
import { toCategory } from '../routes.ts'
import styles from './compare-page.module.css'
import type { ComparedSide } from './routes.ts'

interface CompareSidePickerProps {
  side: 'left' | 'right'
  chosen: ComparedSide | undefined
  onChoose: (side: ComparedSide) => void
}

/** Which category and section stand on one side. */
export function CompareSidePicker({ side, chosen, onChoose }: CompareSidePickerProps) {
  const t = useTranslations('compare')
  const { data: categories = [] } = useQuery(categoriesQuery())
  const { data: detail } = useQuery({ ...categoryQuery(chosen?.category ?? ''), enabled: chosen !== undefined })
  const section = chosen?.section ?? 'default'
  // A section need not be stored: it then says what it inherits.
  const sections = [...new Set(['default', ...Object.keys(detail?.sections ?? {}).sort(), section])]
  return (
    <fieldset className={styles.side}>
      <legend className={styles.legend}>{t(`side.${side}`)}</legend>
      <CategoryBox
        chosen={chosen?.category}
        categories={categories.map(({ id }) => id)}
        onChoose={(category) => onChoose({ category, section })}
      />
      <Select
        label={t('side.section')}
        isCode
        isDisabled={chosen === undefined}
        options={sections.map((name) => ({ value: name, label: name }))}
        value={section}
        onChange={(name) => {
          if (chosen !== undefined) onChoose({ category: chosen.category, section: name })
        }}
      />
      {chosen === undefined ? null : (
        <Link
          {...toCategory(chosen.category, section === 'default' ? {} : { section })}
          className={styles.link}
          aria-label={t('openInEditor', chosen)}
        >
          {t('editor')}
        </Link>
      )}
    </fieldset>
  )
}

interface CategoryBoxProps {
  chosen: string | undefined
  categories: readonly string[]
  onChoose: (category: string) => void
}

/**
 * Takes a category as soon as its name is complete, and known: somebody may type sooner than the list of them is there.
 * Until then what is chosen stays.
 */
function CategoryBox({ chosen, categories, onChoose }: CategoryBoxProps) {
  const t = useTranslations('compare')
  const [text, setText] = useState(chosen ?? '')
  const [known, setKnown] = useState(chosen)
  const [isLeft, setLeft] = useState(false)
  // The address leads when the sides are swapped or somebody goes back; the text stays while it is being typed.
  if (chosen !== known) {
    setKnown(chosen)
    setText(chosen ?? '')
  }
  const isComplete = text !== chosen && categories.includes(text)
  const choose = useEffectEvent(onChoose)
  useEffect(() => {
    if (isComplete) choose(text)
  }, [isComplete, text])
  return (
    <ComboBox
      label={t('side.category')}
      isCode
      options={categories.map((id) => ({ value: id, label: id }))}
      value={text}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={setText}
      errorMessage={
        isLeft && text !== '' && categories.length > 0 && !categories.includes(text) ? t('unknownCategory') : undefined
      }
    />
  )
}
