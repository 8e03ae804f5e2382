import type { NodeDetail, NodeSetting } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Chip, LayerChip } from '#web/components/chip.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingText } from '../words/use-reading-words.ts'
import { FoldedText } from './folded-text.tsx'
import type { SettingRow } from './node-rows.ts'
import styles from './node-table.module.css'
import type { Taken, TakenLeaf } from './use-taken.ts'

interface SettingCellsProps {
  row: SettingRow
  detail: NodeDetail
  other: NodeDetail | undefined
  taken: Taken
}

/** One key: what the node reads, from which layer, and what it would read otherwise or another node reads. */
export function SettingCells({ row, detail, other, taken }: SettingCellsProps) {
  const { category, pointer, setting, beside } = row
  const says = (setting ?? beside)?.schema_default
  return (
    <>
      <th scope="row" className={styles.key}>
        <Link {...toCategory(category, { section: detail.name, key: pointer })}>
          <code>{keyText(pointer)}</code>
        </Link>
      </th>
      <td className={styles.value}>
        {other === undefined ? null : <span className={styles.whose}>{detail.name}</span>}
        <Readings setting={setting} says={says} detail={detail} />
        {other === undefined ? null : <Take row={row} into="other" target={other.name} taken={taken} />}
      </td>
      {other === undefined ? (
        <td className={styles.says}>
          <BuiltIn setting={setting} />
        </td>
      ) : (
        <td className={styles.value}>
          <span className={styles.whose}>{other.name}</span>
          <Take row={row} into="node" target={detail.name} taken={taken} />
          <Readings setting={beside} says={says} detail={other} />
        </td>
      )}
    </>
  )
}

interface TakeProps {
  row: SettingRow
  into: TakenLeaf['into']
  target: string
  taken: Taken
}

/** Gives the other side what this one reads, once that is reviewed; says so where this side is to get the other's. */
function Take({ row: { category, pointer }, into, target, taken }: TakeProps) {
  const t = useTranslations('node.take')
  const asked = taken.intoAt({ category, pointer })
  return (
    <span className={styles.take}>
      <IconButton
        size="sm"
        icon={into === 'other' ? <ArrowRight /> : <ArrowLeft />}
        label={t('into', { node: target, category, key: keyText(pointer) })}
        aria-pressed={asked === into}
        onPress={() => taken.toggle({ category, pointer, into })}
      />
      {asked === undefined || asked === into ? null : <Chip tone="unsaved">{t('replaced')}</Chip>}
    </span>
  )
}

interface ReadingsProps {
  setting: NodeSetting | undefined
  says: NodeSetting['schema_default']
  detail: NodeDetail
}

/** What is read, by zone where that matters and nobody knows the zone. */
function Readings({ setting, says, detail }: ReadingsProps) {
  const t = useTranslations('node.reading')
  const text = useReadingText()
  const readings = setting?.readings ?? [{ layer: 'built-in' as const }]
  return (
    <ul className={styles.readings}>
      {readings.map((reading) => {
        const zone = reading.if_zone ?? detail.zone ?? ''
        const section = { node: detail.name, zone, default: 'default', 'built-in': '' }[reading.layer]
        const builtIn = { layer: 'built-in' as const, ...(says === undefined ? {} : { schema_default: says }) }
        return (
          <li key={reading.if_zone ?? ''}>
            {reading.if_zone === undefined ? null : (
              <span className={styles.quiet}>
                {reading.if_zone === null ? t('otherwise') : t('if', { zone: reading.if_zone })}
              </span>
            )}
            <span className={reading.layer === 'built-in' ? styles.quiet : styles.read}>
              <FoldedText text={text(reading.layer === 'built-in' ? builtIn : reading)} />
            </span>
            {reading.layer === 'built-in' ? null : (
              <LayerChip layer={reading.layer} title={section}>
                {t(reading.layer, { zone })}
              </LayerChip>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the schema says instead. */
function BuiltIn({ setting }: { setting: NodeSetting | undefined }) {
  const t = useTranslations('node.reading')
  const text = useReadingText()
  const says = setting?.schema_default
  return says === undefined ? t('noDefault') : text({ layer: 'default', value: says })
}
