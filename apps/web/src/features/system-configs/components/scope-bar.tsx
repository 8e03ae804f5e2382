import { overridesOf, type SectionKind, type Sections, sectionKind } from '@strata/layered-config'
import { ChevronDown, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem, MenuSection } from '#web/components/menu.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { AddSection } from './add-section.tsx'
import styles from './scope-bar.module.css'

interface ScopeBarProps {
  category: string
  sections: Sections
  section: string
  isReadOnly: boolean
  /** What else can be done with the section. */
  actions: ReactNode
  onOpen: (section: string) => void
  onAdd: (section: string) => void
  onRemove: (section: string) => void
}

/** Whose values the form shows: everybody's, those of a zone, or those of a node; each with what it overrides. */
export function ScopeBar({ category, sections, section, isReadOnly, actions, onOpen, onAdd, onRemove }: ScopeBarProps) {
  const t = useTranslations('systemConfigs')
  const kind = sectionKind(section)
  const names = [...new Set([...Object.keys(sections), section])].sort()
  const ofKind = (wanted: SectionKind) => names.filter((name) => sectionKind(name) === wanted)
  return (
    <div className={styles.bar}>
      <nav className={classNames(styles.segments, kind !== 'default' && styles.narrow)} aria-label={t('scope.label')}>
        <Button
          className={classNames(styles.segment, styles.default, kind === 'default' && styles.on)}
          aria-pressed={kind === 'default'}
          onPress={() => onOpen('default')}
        >
          <LayerDot layer="default" />
          <span className={styles.kind}>{t('scope.default')}</span>
          <Count sections={sections} section="default" />
        </Button>
        {(['zone', 'node'] as const).map((wanted) => (
          <SectionSegment
            key={wanted}
            kind={wanted}
            names={ofKind(wanted)}
            sections={sections}
            section={section}
            onOpen={onOpen}
          />
        ))}
      </nav>
      {isReadOnly ? null : (
        <>
          <AddSection category={category} taken={Object.keys(sections)} onAdd={onAdd} />
          {kind === 'default' || !Object.hasOwn(sections, section) ? null : (
            <RemoveSection sections={sections} section={section} onRemove={onRemove} />
          )}
          {actions}
        </>
      )}
    </div>
  )
}

interface SectionSegmentProps {
  kind: 'zone' | 'node'
  names: readonly string[]
  sections: Sections
  section: string
  onOpen: (section: string) => void
}

function SectionSegment({ kind, names, sections, section, onOpen }: SectionSegmentProps) {
  const t = useTranslations('systemConfigs.scope')
  const isOn = sectionKind(section) === kind
  const shared = { className: classNames(styles.segment, styles[kind], isOn && styles.on), 'aria-pressed': isOn }
  if (names.length === 0) {
    return (
      <Button {...shared} isDisabled>
        <LayerDot layer={kind} />
        {t(kind)} <span className={styles.count}>{t('none')}</span>
      </Button>
    )
  }
  return (
    <Menu
      aria-label={t(kind === 'zone' ? 'chooseZone' : 'chooseNode')}
      placement="bottom start"
      trigger={
        <Button {...shared}>
          <LayerDot layer={kind} />
          <span className={styles.name}>
            <span className={styles.kind}>{t(kind)}</span>
            {isOn ? <code>{section}</code> : null}
          </span>
          {isOn ? (
            <Count sections={sections} section={section} />
          ) : (
            <span className={styles.count}>{names.length}</span>
          )}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuSection title={t(kind === 'zone' ? 'zones' : 'nodes')} selectionMode="single" selectedKeys={[section]}>
        {names.map((name) => (
          <MenuItem
            key={name}
            id={name}
            description={
              Object.hasOwn(sections, name) ? t('overrides', { count: overridesOf(sections, name) }) : t('new')
            }
            onAction={() => onOpen(name)}
          >
            {name}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}

function Count({ sections, section }: { sections: Sections; section: string }) {
  const t = useTranslations('systemConfigs.scope')
  const count = overridesOf(sections, section)
  return (
    <span className={styles.count} title={t('overrides', { count })}>
      {count}
    </span>
  )
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
