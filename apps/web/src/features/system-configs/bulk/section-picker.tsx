import { overridesOf, type Sections } from '@strata/layered-config'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Checkbox } from '#web/components/checkbox.tsx'
import { LayerDot } from '#web/components/chip.tsx'
import { SearchField } from '#web/components/search-field.tsx'
import { OverrideCount } from '../components/override-count.tsx'
import styles from './section-picker.module.css'
import { findZones, type ZoneSections } from './sections-by-zone.ts'

interface SectionPickerProps {
  /** Not offered. */
  except: string
  sections: Sections
  zones: readonly ZoneSections[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** Nodes that are listed; the others are found by the filter. */
const LISTED = 200

/** Chooses among zones and their nodes. What is chosen stays so while the filter hides it. */
export function SectionPicker({ except, sections, zones, chosen, onChange }: SectionPickerProps) {
  const t = useTranslations('bulk.apply')
  const [text, setText] = useState('')
  const offered = findZones(
    zones.map(({ zone, nodes }) => ({ zone, nodes: nodes.filter((name) => name !== except) })),
    text.trim(),
  )
  const count = offered.reduce((sum, { nodes }) => sum + nodes.length, 0)
  let left = LISTED

  function choose(names: readonly string[], isChosen: boolean) {
    const rest = [...chosen].filter((name) => !names.includes(name))
    onChange(new Set(isChosen ? [...rest, ...names] : rest))
  }

  return (
    <>
      <SearchField label={t('filter')} value={text} onChange={setText} />
      <div className={styles.zones}>
        {offered.length === 0 ? <p>{t(text.trim() === '' ? 'nobody' : 'nothing')}</p> : null}
        {offered.map(({ zone, hasSection, nodes }) => {
          const listed = nodes.slice(0, left)
          left -= listed.length
          const isAll = nodes.every((name) => chosen.has(name))
          const title = zone === undefined ? t('unknownZone') : t('zone', { zone })
          return (
            <section key={zone ?? ''} aria-label={title}>
              <header className={styles.header}>
                <h3>{title}</h3>
                {nodes.length === 0 ? null : (
                  <Button size="sm" variant="quiet" onPress={() => choose(nodes, !isAll)}>
                    {t(isAll ? 'noNodes' : 'allNodes', { count: nodes.length })}
                  </Button>
                )}
              </header>
              {zone === undefined || zone === except || !hasSection ? null : (
                <SectionBox name={zone} kind="zone" sections={sections} chosen={chosen} onChoose={choose} />
              )}
              {listed.map((name) => (
                <SectionBox key={name} name={name} kind="node" sections={sections} chosen={chosen} onChoose={choose} />
              ))}
            </section>
          )
        })}
        {count > LISTED ? <p>{t('more', { count: count - LISTED })}</p> : null}
      </div>
    </>
  )
}

interface SectionBoxProps {
  name: string
  kind: 'zone' | 'node'
  sections: Sections
  chosen: ReadonlySet<string>
  onChoose: (names: readonly string[], isChosen: boolean) => void
}

function SectionBox({ name, kind, sections, chosen, onChoose }: SectionBoxProps) {
  const t = useTranslations('bulk.apply')
  return (
    <div className={styles.section}>
      <Checkbox isSelected={chosen.has(name)} onChange={(isChosen) => onChoose([name], isChosen)}>
        <LayerDot layer={kind} />
        <code className={styles.name}>{name}</code>
        <span className={styles.note}>
          {kind === 'zone' ? `${t('zoneSection')}, ` : ''}
          <OverrideCount count={overridesOf(sections, name)} />
        </span>
      </Checkbox>
    </div>
  )
}
