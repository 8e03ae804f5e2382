import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { LayerChip } from '#web/components/chip.tsx'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import styles from './ladder.module.css'
import type { Rung } from './ladder-facts.ts'

interface RungItemProps {
  rung: Rung
  isReadOnly: boolean
  onEdit: () => void
  onRemove: () => void
}

/** One layer: what it says, whether that is in force, and what can be done about it there. */
export function RungItem({ rung, isReadOnly, onEdit, onRemove }: RungItemProps) {
  const t = useTranslations('ladder.rung')
  const phrases = useReadingPhrases()
  const layer = phrases.layer(rung)
  return (
    <li className={styles.rung} data-layer={rung.layer} data-empty={rung.value === undefined ? '' : undefined}>
      <div className={styles.says}>
        <LayerChip layer={rung.layer}>{layer}</LayerChip>
        <RungValue rung={rung} />
        {rung.inForce === false ? null : <span className={styles.inForce}>{t(standing(rung))}</span>}
      </div>
      {rung.layer === 'schema' ? (
        <p className={styles.hint}>{rung.value === undefined ? t('noDefault') : t('codeMayDiffer')}</p>
      ) : (
        <div className={styles.actions}>
          <Button size="sm" variant="quiet" aria-label={t('editIn', { layer })} onPress={onEdit}>
            {t('edit')}
          </Button>
          {rung.removal === undefined ? null : (
            <Button size="sm" variant="quiet" isDisabled={isReadOnly} onPress={onRemove}>
              {t('remove', { reading: phrases.all(rung.removal) })}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function standing({ inForce, layer, value }: Rung) {
  if (inForce === 'perhaps') return layer === 'zone' ? 'ifInZone' : 'otherwise'
  return value === undefined ? 'hides' : 'inForce'
}

function RungValue({ rung }: { rung: Rung }) {
  const t = useTranslations('ladder.rung')
  const phrases = useReadingPhrases()
  if (rung.value !== undefined) return <code className={styles.value}>{phrases.value(rung.value)}</code>
  return rung.layer === 'schema' ? null : <span className={styles.unset}>{t('unset')}</span>
}
