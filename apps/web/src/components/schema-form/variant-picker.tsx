import { humanise } from '@strata/kazoo-schemas'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Segmented } from '#web/components/segmented.tsx'
import { Select } from '#web/components/select.tsx'
import { classNames } from '#web/lib/class-names.ts'
import type { VariantHints, VariantTexts } from './field-hints.ts'
import styles from './variant-picker.module.css'
import type { Variant } from './variants.ts'

interface VariantPickerProps {
  variants: readonly Variant[]
  hints?: VariantHints
  chosen: Variant | undefined
  labelledBy: string
  isReadOnly: boolean
  onChoose: (variant: Variant) => void
}

const IN_A_ROW = 4

/** The kinds of a union by name: cards where the page describes them, a row of words for a few, else a list. */
export function VariantPicker({ variants, hints, chosen, labelledBy, isReadOnly, onChoose }: VariantPickerProps) {
  const t = useTranslations('schemaForm.variants')
  const textsOf = ({ id, rule }: Variant): VariantTexts =>
    hints?.kinds[id] ?? { title: rule.by === 'type' ? t(`types.${rule.type}`) : humanise(id) }
  const choose = (id: string) => {
    const variant = variants.find((candidate) => candidate.id === id)
    if (variant !== undefined && variant !== chosen) onChoose(variant)
  }

  if (hints?.layout === 'cards') {
    return (
      <RadioGroup
        aria-labelledby={labelledBy}
        className={classNames(styles.cards)}
        value={chosen?.id ?? null}
        isDisabled={isReadOnly}
        onChange={choose}
      >
        {variants.map((variant) => (
          <VariantCard key={variant.id} id={variant.id} texts={textsOf(variant)} />
        ))}
      </RadioGroup>
    )
  }

  const options = variants.map((variant) => ({ value: variant.id, label: textsOf(variant).title }))
  const shared = { 'aria-labelledby': labelledBy, isDisabled: isReadOnly, options, onChange: choose }
  return variants.length > IN_A_ROW || chosen === undefined ? (
    <Select {...shared} value={chosen?.id} placeholder={t('choose')} />
  ) : (
    <Segmented {...shared} value={chosen.id} />
  )
}

function VariantCard({ id, texts }: { id: string; texts: VariantTexts }) {
  return (
    <Radio value={id} className={classNames(styles.card)}>
      {texts.icon === undefined ? null : <span className={styles.icon}>{texts.icon}</span>}
      <span className={styles.text}>
        <span className={styles.title}>{texts.title}</span>
        {texts.description === undefined ? null : <span className={styles.description}>{texts.description}</span>}
      </span>
    </Radio>
  )
}
