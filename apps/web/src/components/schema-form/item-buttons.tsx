import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import styles from './schema-form.module.css'

interface ItemButtonsProps {
  index: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

export type ItemAction = 'up' | 'down' | 'remove'

/** Marks a button of an item, so that the focus can go back to it. */
function marked(action: ItemAction) {
  return { 'data-item-action': action }
}

/** Moves an item of a list, or takes it away. */
export function ItemButtons({ index, count, onMove, onRemove }: ItemButtonsProps) {
  const t = useTranslations('schemaForm.list')
  const number = String(index + 1)
  return (
    <span className={styles.itemButtons}>
      <IconButton
        {...marked('up')}
        size="sm"
        icon={<ArrowUp />}
        label={t('moveUp', { number })}
        isDisabled={index === 0}
        onPress={() => onMove(index - 1)}
      />
      <IconButton
        {...marked('down')}
        size="sm"
        icon={<ArrowDown />}
        label={t('moveDown', { number })}
        isDisabled={index === count - 1}
        onPress={() => onMove(index + 1)}
      />
      <IconButton {...marked('remove')} size="sm" icon={<X />} label={t('remove', { number })} onPress={onRemove} />
    </span>
  )
}
