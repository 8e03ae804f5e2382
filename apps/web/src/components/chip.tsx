import type { ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import styles from './chip.module.css'

export type ChipTone = 'neutral' | 'accent' | 'unsaved' | 'bad' | 'good'

interface ChipProps {
  children: ReactNode
  tone?: ChipTone
  icon?: ReactNode
  title?: string
}

/** A short word about something. Its colour never says more than the word does. */
export function Chip({ children, tone = 'neutral', icon, title }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone])} title={title}>
      {icon}
      <span className={styles.text}>{children}</span>
    </span>
  )
}

/** The layers of a system config, and those of a storage plan, which wear the same four colours. */
export type LayerName = 'schema' | 'default' | 'zone' | 'node' | 'built-in' | 'system' | 'plan' | 'account'

const COLOUR: Readonly<Record<LayerName, 'schema' | 'default' | 'zone' | 'node'>> = {
  schema: 'schema',
  'built-in': 'schema',
  default: 'default',
  system: 'default',
  zone: 'zone',
  plan: 'zone',
  node: 'node',
  account: 'node',
}

interface LayerChipProps {
  layer: LayerName
  /** Names the layer, e.g. "zone z1". */
  children: ReactNode
  title?: string
}

/** Says which layer a value comes from. */
export function LayerChip({ layer, children, title }: LayerChipProps) {
  return (
    <span className={classNames(styles.chip, styles[`layer-${COLOUR[layer]}`])} title={title}>
      <span className={styles.text}>{children}</span>
    </span>
  )
}

/** The dot that stands for a layer where its name is written beside it. */
export function LayerDot({ layer }: { layer: LayerName }) {
  return <span className={classNames(styles.dot, styles[`dot-${COLOUR[layer]}`])} aria-hidden="true" />
}
