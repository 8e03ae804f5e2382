import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot, type LayerName } from '#web/components/chip.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import type { StoragePlace } from '../pages/place.ts'
import styles from './class-routes.module.css'
import { decideRule, type RulePart } from './decide-rule.ts'
import type { RulePlace } from './plan-rules.ts'
import type { StorageLayer } from './storage-layers.ts'
import { useLayerWords } from './use-layer-words.ts'

/** Which layer decided one part of a route; nothing where nobody says anything and nothing comes of it. */
export function DecidedBy({ rule, part }: { rule: RulePlace; part: RulePart }) {
  const t = useTranslations('storage.routes')
  const words = useLayerWords()
  const { layers, knowsBelow, place } = useStorageDocument()
  const decision = decideRule(layers, rule, part)
  const isHere = decision.layer?.layer === 'here'
  if ((part === 'folder' || part === 'stub') && decision.layer === undefined) return null
  return (
    <p className={classNames(styles.decided, isHere && styles.here)}>
      <LayerDot layer={dotOf(decision.layer, place)} />
      <span>
        <VisuallyHidden elementType="span">{t('decidedBy')}</VisuallyHidden>
        {knowsBelow || isHere ? words.by(decision) : t('by.unknown')}
      </span>
    </p>
  )
}

function dotOf(layer: StorageLayer | undefined, { scope }: StoragePlace): LayerName {
  if (layer === undefined) return 'built-in'
  if (layer.layer !== 'here') return layer.layer
  return scope === 'user' ? 'account' : scope
}
