import { overridesOf, type Sections, sectionKind } from '@strata/layered-config'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import bars from '#web/components/header-bar.module.css'
import { IconButton } from '#web/components/icon-button.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useKnownZones } from '../api/use-known-zones.ts'
import type { ZoneSections } from '../bulk/sections-by-zone.ts'
import { OverrideCount } from './override-count.tsx'
import styles from './scope-bar.module.css'
import { ScopePicker } from './scope-picker.tsx'
import { ScopeSteps } from './scope-steps.tsx'

interface ScopeBarProps {
  sections: Sections
  section: string
  isReadOnly: boolean
  /** What else can be done with the section. */
  actions: ReactNode
  onOpen: (section: string) => void
  onRemove: (section: string) => void
}

/** Whose values the form shows, everybody's, those of a zone or those of a node, and the way to those of others. */
export function ScopeBar({ sections, section, isReadOnly, actions, onOpen, onRemove }: ScopeBarProps) {
  const t = useTranslations('systemConfigs.scope')
  const zones = useKnownZones([...Object.keys(sections), section])
  const kind = sectionKind(section)
  return (
    <div className={classNames(bars.bar, styles.bar)}>
      <nav className={styles.scope} aria-label={t('label')}>
        <Button
          className={classNames(styles.part, styles.default, kind === 'default' && styles.on)}
          aria-pressed={kind === 'default'}
          onPress={() => onOpen('default')}
        >
          <LayerDot layer="default" />
          <span className={styles.words}>
            <code className={styles.name}>default</code>
            <span className={styles.fact}>
              <OverrideCount count={overridesOf(sections, 'default')} />
            </span>
          </span>
        </Button>
        <ScopePicker
          sections={sections}
          section={section}
          zones={zones}
          isReadOnly={isReadOnly}
          className={classNames(
            styles.part,
            styles.picker,
            kind !== 'default' && styles[kind],
            kind !== 'default' && styles.on,
          )}
          onOpen={onOpen}
        >
          {kind === 'default' ? (
            <Others zones={zones} />
          ) : (
            <>
              <LayerDot layer={kind} />
              <span className={styles.words}>
                <code className={styles.name}>{section}</code>
                <span className={styles.fact}>
                  <Place section={section} zones={zones} /> · <OverrideCount count={overridesOf(sections, section)} />
                </span>
              </span>
            </>
          )}
        </ScopePicker>
        <ScopeSteps section={section} zones={zones} onOpen={onOpen} />
      </nav>
      {isReadOnly ? null : (
        <div className={styles.actions}>
          {kind === 'default' || !Object.hasOwn(sections, section) ? null : (
            <RemoveSection sections={sections} section={section} onRemove={onRemove} />
          )}
          {actions}
        </div>
      )}
    </div>
  )
}

/** While `default` is shown: what else there is. */
function Others({ zones }: { zones: readonly ZoneSections[] }) {
  const t = useTranslations('systemConfigs.scope')
  const nodes = zones.reduce((sum, { nodes: members }) => sum + members.length, 0)
  return (
    <span className={styles.words}>
      <span className={styles.name}>{t('others')}</span>
      <span className={styles.fact}>
        {t('known', { zones: zones.filter(({ zone }) => zone !== undefined).length, nodes })}
      </span>
    </span>
  )
}

/** Where a node is, or what a zone holds. */
function Place({ section, zones }: { section: string; zones: readonly ZoneSections[] }) {
  const t = useTranslations('systemConfigs.scope')
  if (sectionKind(section) === 'zone') {
    return t('zoneOf', { nodes: zones.find(({ zone }) => zone === section)?.nodes.length ?? 0 })
  }
  const zone = zones.find(({ nodes }) => nodes.includes(section))?.zone
  return zone === undefined ? t('zoneUnknown') : t('inZone', { zone })
}

interface RemoveSectionProps {
  sections: Sections
  section: string
  onRemove: (section: string) => void
}

/** Removes a section from the draft, after asking. */
function RemoveSection({ sections, section, onRemove }: RemoveSectionProps) {
  const t = useTranslations('systemConfigs.section')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <IconButton icon={<Trash2 />} label={t('remove', { section })} onPress={() => setAsking(true)} />
      <ConfirmDialog
        title={t('removeTitle', { section })}
        confirmLabel={t('confirmRemove')}
        tone="danger"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onRemove(section)
        }}
      >
        {t('removeText', { count: overridesOf(sections, section) })}
      </ConfirmDialog>
    </>
  )
}
