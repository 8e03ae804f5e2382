import { getAt } from '@strata/json'
import { decidedPart, layeredStorage, type PlanRule } from '@strata/storage-plan'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { Menu, MenuItem, MenuSection } from '#web/components/menu.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { useKindTitle } from '../entries/back-end-kinds.tsx'
import { type OfferedEntry, offeredEntries } from '../entries/offered-entries.ts'
import { referencePointer, withValueAt } from '../plan/plan-rules.ts'
import { layersWithout } from '../plan/storage-layers.ts'
import { chipLayer, useLayerWords } from '../plan/use-layer-words.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './map.module.css'
import type { MapEdge, MapPart, MapPlace, MapRow as Row } from './routing-map.ts'
import { useMapWords } from './use-map-words.ts'

interface MapRowProps {
  row: Row
  places: readonly MapPlace[]
  isDim: boolean
}

/** A type of documents: says where it goes, and sends it elsewhere. */
export function MapRow({ row, places, isDim }: MapRowProps) {
  const t = useTranslations('storageWhere.map')
  const routes = useRouteWords()
  const words = useMapWords(places)
  const choices = useMapChoices()
  const { isReadOnly } = useStorageDocument()
  const id = useId()
  const { rule, key, edges } = row
  const title = routes.title(rule)
  const ownParts = edges.filter(({ isByClass }) => !isByClass)
  const node = (
    <Button className={styles.type ?? ''} aria-label={t('change', { type: title })} aria-describedby={id}>
      <span className={styles.typeTitle}>{title}</span>
      {rule.type === undefined ? null : <code className={styles.code}>{rule.type}</code>}
      {isReadOnly ? null : <ChevronDown className={styles.opener} aria-hidden="true" />}
    </Button>
  )
  return (
    <li
      className={classNames(
        styles.row,
        ownParts.length > 0 && styles.through,
        edges.some(({ isDangling }) => isDangling) && styles.badRow,
        isDim && styles.dim,
      )}
      data-map-key={key}
    >
      {isReadOnly ? (
        node
      ) : (
        <Menu aria-label={t('change', { type: title })} trigger={node} placement="bottom start">
          {(['files', 'documents'] as const).map((part) => (
            <ChoiceSection key={part} part={part} {...choices(rule, part)} />
          ))}
        </Menu>
      )}
      <div id={id} className={styles.where}>
        {edges.map((edge) => (
          <WhereLine key={edge.id} edge={edge} text={words.goes(edge, row)} who={words.by(edge)} />
        ))}
      </div>
    </li>
  )
}

/** What the edges show, for those who cannot see them: on a small screen, or at all. */
function WhereLine({ edge, text, who }: { edge: MapEdge; text: string; who: string }) {
  const { layer } = edge
  return (
    <span className={classNames(styles.whereLine, edge.isDangling && styles.badText)}>
      {text}
      <LayerChip layer={chipLayer(layer)}>{who}</LayerChip>
    </span>
  )
}

const inherit = 'inherit'

function ChoiceSection({ part, choices, chosen, choose }: MapChoices & { part: MapPart }) {
  const t = useTranslations('storage.routes.columns')
  const key = (id: string | undefined) => `${part}:${id ?? inherit}`
  return (
    <MenuSection
      title={t(part)}
      selectionMode="single"
      selectedKeys={[key(chosen)]}
      onSelectionChange={(keys) => {
        const taken = choices.find(({ id }) => keys.has(key(id)))
        if (taken !== undefined && taken.id !== chosen) choose(taken.id)
      }}
    >
      {choices.map(({ id, label, description }) => (
        <MenuItem key={key(id)} id={key(id)} description={description}>
          {label}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** One of the places that a part of a rule may name; without an id: whatever is inherited. */
interface MapChoice {
  readonly id: string | undefined
  readonly label: string
  readonly description: string
}

interface MapChoices {
  readonly choices: readonly MapChoice[]
  /** What the document itself says. */
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
}

/** What a rule may send a part of its documents to, and the change of the draft that does so. */
function useMapChoices(): (rule: PlanRule, part: MapPart) => MapChoices {
  const t = useTranslations('storage.routes')
  const words = useLayerWords()
  const kindTitle = useKindTitle()
  const { fields, layers, change } = useStorageDocument()

  return (rule, part) => {
    const map = part === 'files' ? 'attachments' : 'connections'
    const pointer = referencePointer(rule, map)
    const offered = offeredEntries(layers, map)
    const storage = layeredStorage(layersWithout(layers, pointer))
    const below = decidedPart(storage, rule, part === 'files' ? 'handler' : 'connection')
    const nameOf = (id: unknown) => {
      if (typeof id !== 'string') return part === 'files' ? t('couchItself') : t('localConnection')
      if (part === 'documents' && id === 'local') return t('localConnection')
      return offered.find((entry) => entry.id === id)?.name ?? id
    }
    const about = ({ handler, layer }: OfferedEntry) =>
      [kindTitle(handler), words.from(layer)].filter(Boolean).join(' · ')
    const named = getAt(fields, pointer)
    return {
      choices: [
        {
          id: undefined,
          label: t('inherit'),
          description: t('inheritNow', {
            what: nameOf(below.value),
            who: words.by(below.by?.layer, below.isByClass),
          }),
        },
        ...offered.map((entry) => ({ id: entry.id, label: nameOf(entry.id), description: about(entry) })),
      ],
      chosen: typeof named === 'string' ? named : undefined,
      choose: (id) => change((before) => withValueAt(before, pointer, id)),
    }
  }
}
