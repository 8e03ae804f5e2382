import { formatPointer, getAt, type JsonObject } from '@strata/json'
import { Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Chip } from '#web/components/chip.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { errorsBelow } from '../document-errors.ts'
import type { EntryMap } from '../document-parts.ts'
import { stateOf } from '../entry-state.ts'
import { rulesNaming, withoutEntry } from '../plan-rules.ts'
import { useStorageDocument } from './document-context.ts'
import styles from './entry-card.module.css'
import { EntryTestButton } from './entry-test-button.tsx'
import { EntryTestReport } from './entry-test-report.tsx'
import { useRouteWords } from './use-route-words.ts'
import { focusWithin, useSought } from './use-sought.ts'

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
  const words = useRouteWords()
  const { fields, isReadOnly, isOpen, setOpen } = useStorageDocument()
  const rules = rulesNaming(fields, map, id)
  const isShown = isOpen(map, id)
  return (
    <footer className={styles.foot}>
      <span className={styles.usage}>
        {rules.length === 0 ? t('unused') : t('usedBy', { routes: words.list(rules) })}
      </span>
      <EntryTestButton map={map} id={id} entry={entry} title={title} />
      {isReadOnly ? null : <RemoveEntry map={map} id={id} title={title} />}
      {isShown ? (
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

/** Takes an entry out of the draft; asks first where routes use it, or where it is stored. */
function RemoveEntry({ map, id, title }: { map: EntryMap; id: string; title: string }) {
  const t = useTranslations('storage.removeEntry')
  const words = useRouteWords()
  const { fields, storedFields, change } = useStorageDocument()
  const [isAsked, setAsked] = useState(false)
  const rules = rulesNaming(fields, map, id)
  const isStored = getAt(storedFields, formatPointer([map, id])) !== undefined
  const mustAsk = rules.length > 0 || isStored
  const remove = () => change((before) => withoutEntry(before, map, id))
  return (
    <>
      <IconButton
        size="sm"
        icon={<Trash2 />}
        label={t('label', { name: title })}
        onPress={() => (mustAsk ? setAsked(true) : remove())}
      />
      <ConfirmDialog
        title={t('title', { name: title })}
        confirmLabel={t('confirm')}
        tone="danger"
        isOpen={isAsked}
        onConfirm={remove}
        onCancel={() => setAsked(false)}
      >
        <div className={styles.question}>
          {rules.length === 0 ? null : <p>{t('inUse', { routes: words.list(rules), count: rules.length })}</p>}
          {isStored && map === 'attachments' ? <p>{t('stored')}</p> : null}
          <p>{t('whenSaved')}</p>
        </div>
      </ConfirmDialog>
    </>
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
  useSought(card, (pointer) => pointer === place || pointer.startsWith(`${place}/`))
  return card
}
