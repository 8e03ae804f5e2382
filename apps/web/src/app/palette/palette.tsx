import { Search } from 'lucide-react'
import { type RefObject, useContext, useEffect, useRef, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListStateContext,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import dialog from '#web/components/dialog.module.css'
import field from '#web/components/field.module.css'
import { Kbd } from '#web/components/kbd.tsx'
import list from '#web/components/list-box.module.css'
import { classNames } from '#web/lib/class-names.ts'
import styles from './palette.module.css'
import type { PaletteEntry } from './palette-entry.ts'
import type { FrameActions } from './use-actions.tsx'
import { usePaletteEntries } from './use-palette-entries.tsx'

interface PaletteProps extends FrameActions {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** One field that leads everywhere. */
export function Palette({ isOpen, onOpenChange, ...frame }: PaletteProps) {
  const t = useTranslations('frame.palette')
  return (
    <ModalOverlay className={classNames(dialog.overlay)} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={classNames(dialog.modal, dialog.md)}>
        <Dialog aria-label={t('title')} className={classNames(dialog.dialog)}>
          <PaletteContent {...frame} onDone={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteContent({ onDone, ...frame }: FrameActions & { onDone: () => void }) {
  const t = useTranslations('frame.palette')
  const [text, setText] = useState('')
  const { sections, isSearching } = usePaletteEntries(text, frame)
  const entries = sections.flatMap((section) => section.entries)
  const first = useRef<string>(undefined)

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t('title')} autoFocus className={classNames(styles.search)} onClear={onDone}>
        <Search aria-hidden="true" />
        <Input
          role="combobox"
          aria-haspopup="listbox"
          aria-expanded
          className={classNames(field.input, styles.input)}
          placeholder={t('placeholder')}
        />
      </SearchField>
      <ListBox
        aria-label={t('title')}
        items={sections}
        className={classNames(list.list, styles.results)}
        onAction={(id) => {
          onDone()
          const chosen = entries.find((entry) => entry.id === id)
          void chosen?.open().then(() => focusPage(chosen))
        }}
        renderEmptyState={() => (
          <p className={list.empty}>{isSearching ? t('searching') : t('none', { search: text })}</p>
        )}
      >
        {(section) => (
          <ListBoxSection>
            <Header className={classNames(list.sectionTitle)}>
              {section.title}
              {section === sections[0] ? <FirstChosen id={section.entries[0]?.id} known={first} /> : null}
            </Header>
            <Collection items={section.entries}>{(entry) => <Entry entry={entry} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      <p className={styles.hint}>{t('hint')}</p>
    </Autocomplete>
  )
}

/** What Enter opens is the first entry, also when better ones come from the server, until somebody chooses another. */
function FirstChosen({ id, known }: { id: string | undefined; known: RefObject<string | undefined> }) {
  const manager = useContext(ListStateContext)?.selectionManager
  useEffect(() => {
    if (id === undefined || id === known.current) return
    if (known.current !== undefined && manager?.focusedKey === known.current) manager.setFocusedKey(id)
    known.current = id
  })
  return null
}

/** The keyboard goes on where the eyes do, not before the list of 150 categories. */
function focusPage({ takesFocus = false, isAction = false }: PaletteEntry): void {
  if (isAction) return
  const content = document.getElementById('content')
  if (!takesFocus || content?.contains(document.activeElement) !== true) content?.focus()
}

function Entry({ entry }: { entry: PaletteEntry }) {
  return (
    <ListBoxItem id={entry.id} textValue={entry.label} className={classNames(list.item)}>
      {entry.icon}
      <span className={styles.words}>
        <span className={classNames(list.label, entry.isCode && field.code)}>{entry.label}</span>
        {entry.description === undefined ? null : <span className={list.description}>{entry.description}</span>}
      </span>
      {entry.shortcut === undefined ? null : <Kbd keys={entry.shortcut} />}
    </ListBoxItem>
  )
}
