import { deepEqual, formatPointer, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { Pencil } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Chip } from '#web/components/chip.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow } from '../document/document-errors.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { focusWithin, useShownPlace } from '../document/use-shown-place.ts'
import { EntryTestButton } from '../entry-tests/entry-test-button.tsx'
import { EntryTestReport } from '../entry-tests/entry-test-report.tsx'
import styles from './entry-card.module.css'
import { RemoveEntry } from './remove-entry.tsx'
import { UsedBy } from './used-by.tsx'

interface EntryCardProps {
  map: EntryMap
  id: string
  entry: JsonObject
  icon: ReactNode
  title: string
  /** Where it leads, in a few words. */
  words: string
  /** The fields, shown while it is open. */
  children: ReactNode
}

/** A back-end or a connection: what it is and what uses it at a glance, and all of its fields when it is opened. */
export function EntryCard({ map, id, entry, icon, title, words, children }: EntryCardProps) {
  const t = useTranslations('storage')
  const document = useStorageDocument()
  const place = formatPointer([map, id])
  const isOpen = document.isOpen(map, id)
  const problems = errorsBelow(document.errors, place).length
  const state = stateOf(getAt(document.storedFields, place), entry)
  const card = useFocusWhenOpened(isOpen, place)
  const titleId = useId()
  return (
    <section
      ref={card}
      className={classNames(styles.card, isOpen && styles.open, problems > 0 && styles.bad)}
      aria-labelledby={titleId}
      data-place={place}
    >
      <header className={styles.head}>
        {icon}
        <div className={styles.words}>
          <h3 id={titleId} className={styles.title}>
            {title}
          </h3>
          <p className={styles.target}>{words}</p>
        </div>
        <div className={styles.chips}>
          {problems > 0 ? <Chip tone="bad">{t('state.problems', { count: problems })}</Chip> : null}
          {state === undefined ? null : <Chip tone="unsaved">{t(`state.${state}`)}</Chip>}
        </div>
      </header>
      {isOpen ? <div className={styles.body}>{children}</div> : null}
      <EntryTestReport map={map} id={id} entry={entry} title={title} />
      <EntryFooter map={map} id={id} entry={entry} title={title} />
    </section>
  )
}

function EntryFooter({ map, id, entry, title }: Pick<EntryCardProps, 'map' | 'id' | 'entry' | 'title'>) {
  const t = useTranslations('storage.backEnds')
  const { isReadOnly, isOpen, setOpen } = useStorageDocument()
  return (
    <footer className={styles.foot}>
      <UsedBy map={map} id={id} />
      <EntryTestButton map={map} id={id} entry={entry} title={title} />
      {isReadOnly ? null : <RemoveEntry map={map} id={id} title={title} />}
      {isOpen(map, id) ? (
        <Button size="sm" onPress={() => setOpen(map, id, false)}>
          {t('done')}
        </Button>
      ) : (
        <IconButton
          size="sm"
          data-opener=""
          icon={<Pencil />}
          label={t(isReadOnly ? 'show' : 'edit', { name: title })}
          onPress={() => setOpen(map, id, true)}
        />
      )}
    </footer>
  )
}

/** The focus goes into a card that is opened, and to the button that opens it again once it is closed. */
function useFocusWhenOpened(isOpen: boolean, place: string) {
  const card = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (isOpen) focusWithin(card.current)
    else if (wasOpen.current) card.current?.querySelector<HTMLElement>('[data-opener]')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  useShownPlace(card, (pointer) => pointer === place || pointer.startsWith(`${place}/`))
  return card
}

/** What a draft does to a back-end or connection; undefined where it leaves it as it is stored. */
function stateOf(stored: JsonValue | undefined, entry: JsonObject): 'added' | 'changed' | undefined {
  if (stored === undefined) return 'added'
  return deepEqual(stored, entry) ? undefined : 'changed'
}
