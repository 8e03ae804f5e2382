import type { NodeDetail } from '@strata/api-types'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import bars from '#web/components/header-bar.module.css'
import { ListFilter } from '#web/components/list-filter.tsx'
import { Select } from '#web/components/select.tsx'
import { useKnownZones } from '../api/use-known-zones.ts'
import styles from './node-page.module.css'
import { type NodeSearch, readNodeSearch, toNode } from './routes.ts'

interface NodeBarProps {
  detail: NodeDetail
  search: NodeSearch
  found: string
}

/** No zone is called so. */
const AS_KNOWN = '_'

/** In which zone the node is supposed to be, what it is compared with, and what of it is in sight. */
export function NodeBar({ detail, search, found }: NodeBarProps) {
  const t = useTranslations('node.bar')
  const navigate = useNavigate()
  const go = (part: { [Key in keyof NodeSearch]?: NodeSearch[Key] | undefined }) =>
    void navigate({ ...toNode(detail.name, readNodeSearch({ ...search, ...part })), replace: true })
  const { assigned_zone: assigned, zones, kind } = detail
  const supposed = detail.zone_is === 'supposed' && detail.zone !== null ? detail.zone : undefined
  // An address may name a zone that nobody knows yet.
  const others = [...new Set([...zones, ...(supposed === undefined ? [] : [supposed])])].filter(
    (zone) => zone !== assigned,
  )
  return (
    <>
      <div className={bars.bar}>
        {kind === 'zone' ? null : (
          <Select
            aria-label={t('zone')}
            className={styles.zone}
            options={[
              { value: AS_KNOWN, label: assigned === null ? t('zoneUnknown') : t('inZone', { zone: assigned }) },
              ...others.map((zone) => ({ value: zone, label: t('ifIn', { zone }) })),
            ]}
            value={supposed ?? AS_KNOWN}
            onChange={(zone) => go({ zone: zone === AS_KNOWN ? undefined : zone })}
          />
        )}
        <div className={styles.beside}>
          <KnownNameBox
            label={t('with')}
            placeholder={t('withWhat')}
            chosen={search.with}
            except={detail.name}
            onChoose={(name) => go({ with: name })}
          />
        </div>
      </div>
      <ListFilter
        label={t('filter')}
        value={{ ...(search.q === undefined ? {} : { q: search.q }), ...(search.only ? { only: search.only } : {}) }}
        kinds={[{ value: 'own', label: t(`own.${kind}`) }]}
        found={found}
        onFilter={({ q, only }) => go({ q, only })}
      />
    </>
  )
}

interface KnownNameBoxProps {
  label: string
  placeholder: string
  /** As the address has it. */
  chosen: string | undefined
  except: string
  onChoose: (name: string | undefined) => void
}

const NONE: readonly string[] = []

/** A node or zone among those that are known; it counts as soon as its name is complete. */
function KnownNameBox({ label, placeholder, chosen, except, onChoose }: KnownNameBoxProps) {
  const zones = useKnownZones(NONE)
  const names = zones
    .flatMap(({ zone, nodes }) => [...(zone === undefined ? [] : [zone]), ...nodes])
    .filter((name) => name !== except)
  const [text, setText] = useState(chosen ?? '')
  const [known, setKnown] = useState(chosen)
  // The address leads when somebody goes back; the text stays while it is being typed.
  if (chosen !== known) {
    setKnown(chosen)
    setText(chosen ?? '')
  }
  return (
    <ComboBox
      aria-label={label}
      placeholder={placeholder}
      isCode
      options={names.map((name) => ({ value: name, label: name }))}
      value={text}
      onChange={(next) => {
        setText(next)
        const name = next.trim()
        if (name === '' && chosen !== undefined) onChoose(undefined)
        if (names.includes(name) && name !== chosen) onChoose(name)
      }}
    />
  )
}
