import {
  isSectionName,
  isValidatedByKazoo,
  type NameFault,
  nameFault,
  overridesOf,
  type Sections,
} from '@strata/layered-config'
import { Check, ChevronDown, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  Dialog as AriaDialog,
  Autocomplete,
  Button,
  Collection,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import list from '#web/components/list-box.module.css'
import popover from '#web/components/popover.module.css'
import { SearchField } from '#web/components/search-field.tsx'
import { termTag } from '#web/components/term.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { usePageAction } from '#web/lib/page-actions.ts'
import { findZones, type ZoneSections } from '../bulk/sections-by-zone.ts'
import { AskedName } from './asked-name.tsx'
import { nearNames } from './near-names.ts'
import { OverrideCount } from './override-count.tsx'
import styles from './scope-picker.module.css'

interface ScopePickerProps {
  sections: Sections
  section: string
  zones: readonly ZoneSections[]
  /** No section may be added. */
  isReadOnly: boolean
  className: string
  /** What the button says. */
  children: ReactNode
  onOpen: (section: string) => void
}

/** Zones and nodes that are listed; the others are found by the search. */
const LISTED = 200
/** No section may be called so. */
const NEW = '_new'

/**
 * Chooses whose values are edited, among all zones and nodes that are known. A name that nobody knows is an entry of
 * its own, and is asked back where a known one is near. Nothing is stored for what is chosen.
 */
export function ScopePicker({ sections, section, zones, isReadOnly, className, children, onOpen }: ScopePickerProps) {
  const t = useTranslations('systemConfigs.scope')
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ name: string; near: readonly string[] }>()
  usePageAction({ label: t('switch'), run: () => setOpen(true) }, true)
  const name = text.trim()
  const known = zones.flatMap(({ zone, nodes }) => [...(zone === undefined ? [] : [zone]), ...nodes])
  const isNew = name !== '' && name !== 'default' && !known.includes(name) && !isReadOnly
  const problem = isNew ? problemOf(name) : undefined

  function open(next: string) {
    setOpen(false)
    setAsked(undefined)
    onOpen(next)
  }

  function choose(key: string | undefined) {
    if (key !== NEW) return key === undefined ? setOpen(false) : open(key)
    const near = nearNames(name, known)
    if (near.length === 0) return open(name)
    setOpen(false)
    setAsked({ name, near })
  }

  return (
    <>
      <DialogTrigger
        isOpen={isOpen}
        onOpenChange={(next) => {
          setOpen(next)
          setText('')
        }}
      >
        <Button className={className}>
          {children}
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover className={classNames(popover.popover, styles.popover)} placement="bottom start" offset={4}>
          <AriaDialog className={classNames(styles.dialog)} aria-label={t('choose')}>
            <Autocomplete inputValue={text} onInputChange={setText}>
              <div className={styles.search}>
                <SearchField label={t('search')} autoFocus />
              </div>
              <ListBox
                aria-label={t('choose')}
                className={classNames(list.list)}
                selectionMode="single"
                selectedKeys={[section]}
                disabledKeys={problem === undefined ? [] : [NEW]}
                onSelectionChange={(keys) => choose([...keys].map(String)[0])}
                renderEmptyState={() => <p className={list.empty}>{t('nothing')}</p>}
              >
                <Collection items={choicesOf(zones, name, isNew)}>
                  {(group) => (
                    <ListBoxSection id={group.id}>
                      <Header className={classNames(list.sectionTitle)}>
                        {t(group.kind, { zone: group.zone ?? '' })}
                      </Header>
                      <Collection items={group.choices}>
                        {({ id, kind }) =>
                          kind === 'new' ? (
                            <NewChoice name={name} problem={problem} />
                          ) : (
                            <Choice name={id} kind={kind} sections={sections} />
                          )
                        }
                      </Collection>
                    </ListBoxSection>
                  )}
                </Collection>
              </ListBox>
            </Autocomplete>
            <p className={styles.help}>{t.rich('help', { zone: termTag('zone'), node: termTag('node') })}</p>
          </AriaDialog>
        </Popover>
      </DialogTrigger>
      {asked === undefined ? null : <AskedName {...asked} onUse={open} onCancel={() => setAsked(undefined)} />}
    </>
  )
}

interface ChoiceGroup {
  readonly id: string
  readonly kind: 'zone' | 'unknownZone' | 'notKnown'
  readonly zone?: string | undefined
  readonly choices: readonly { readonly id: string; readonly kind: 'zone' | 'node' | 'new' }[]
}

function choicesOf(zones: readonly ZoneSections[], text: string, isNew: boolean): ChoiceGroup[] {
  let left = LISTED
  const groups = findZones(zones, text).map(({ zone, hasSection, nodes }): ChoiceGroup => {
    const listed = nodes.slice(0, left)
    left -= listed.length
    return {
      id: `_zone ${zone ?? ''}`,
      kind: zone === undefined ? 'unknownZone' : 'zone',
      zone,
      choices: [
        ...(zone !== undefined && hasSection ? [{ id: zone, kind: 'zone' as const }] : []),
        ...listed.map((id) => ({ id, kind: 'node' as const })),
      ],
    }
  })
  return isNew ? [...groups, { id: '_not known', kind: 'notKnown', choices: [{ id: NEW, kind: 'new' }] }] : groups
}

interface ChoiceProps {
  name: string
  kind: 'zone' | 'node'
  sections: Sections
}

function Choice({ name, kind, sections }: ChoiceProps) {
  const t = useTranslations('systemConfigs.scope')
  return (
    <ListBoxItem id={name} textValue={name} className={classNames(list.item)}>
      <LayerDot layer={kind} />
      <span className={list.text}>
        <code className={styles.name} title={name}>
          {name}
        </code>
      </span>
      <span className={list.description}>
        {kind === 'zone' ? `${t('zoneItself')} · ` : null}
        <OverrideCount count={overridesOf(sections, name)} />
      </span>
      <Check className={list.check} aria-hidden="true" />
    </ListBoxItem>
  )
}

type Problem = 'invalid' | NameFault

function NewChoice({ name, problem }: { name: string; problem: Problem | undefined }) {
  const t = useTranslations('systemConfigs.section')
  const label = t('add', { section: name })
  return (
    <ListBoxItem id={NEW} textValue={label} className={classNames(list.item)}>
      <Plus aria-hidden="true" />
      <span className={list.text}>
        <span className={styles.name}>{label}</span>
        {problem === undefined && isValidatedByKazoo(name) ? null : (
          <span className={styles.note}>{problem === undefined ? t('notValidated') : t(`problem.${problem}`)}</span>
        )}
      </span>
    </ListBoxItem>
  )
}

function problemOf(name: string): Problem | undefined {
  return isSectionName(name) ? nameFault(name) : 'invalid'
}
