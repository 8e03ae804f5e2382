import { decidedPart, layeredStorage, type PlanRule, type RulePartName } from '@strata/storage-plan'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import styles from './class-routes.module.css'
import { chipLayer, useLayerWords } from './use-layer-words.ts'

/** Which layer decided one part of a route; nothing where nobody says anything and nothing comes of it. */
export function DecidedBy({ rule, part }: { rule: PlanRule; part: RulePartName }) {
  const t = useTranslations('storage.routes')
  const words = useLayerWords()
  const { layers, knowsBelow, place } = useStorageDocument()
  const { by, isByClass } = decidedPart(layeredStorage(layers), rule, part)
  const isHere = by?.layer === place.scope
  if ((part === 'folder' || part === 'stub') && by === undefined) return null
  return (
    <p className={classNames(styles.decided, isHere && styles.here)}>
      <LayerDot layer={chipLayer(by?.layer)} />
      <span>
        <VisuallyHidden elementType="span">{t('decidedBy')}</VisuallyHidden>
        {knowsBelow || isHere ? words.by(by?.layer, isByClass) : t('by.unknown')}
      </span>
    </p>
  )
}
