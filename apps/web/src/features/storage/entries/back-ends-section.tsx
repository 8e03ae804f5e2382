import { formatPointer, type JsonObject } from '@strata/json'
import type { HandlerKind } from '@strata/storage-plan'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { entriesOf } from '../document/document-parts.ts'
import styles from '../document/section.module.css'
import { Section } from '../document/section.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import { BackEndEditor } from './back-end-editor.tsx'
import { KindIcon, kindOf, nameOf, targetInWords } from './back-end-kinds.tsx'
import { EntryCard } from './entry-card.tsx'
import { KindGrid } from './kind-grid.tsx'
import { newEntryId } from './new-entry-id.ts'
import start from './start-here.module.css'

/** Where files can go: a card for each back-end, and the way to a new one. */
export function BackEndsSection({ isNew, idlePlan }: { isNew: boolean; idlePlan: string | undefined }) {
  const t = useTranslations('storage.backEnds')
  const kinds = useTranslations('storage.kinds')
  const { fields, isReadOnly, change, setOpen } = useStorageDocument()
  const [isChoosing, setChoosing] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const entries = entriesOf(fields, 'attachments')

  function add(kind: HandlerKind) {
    const id = newEntryId()
    setChoosing(false)
    setOpen('attachments', id, true)
    change((before) =>
      withValueAt(before, formatPointer(['attachments', id]), {
        handler: kind,
        name: freeName(kinds(`${kind}.title`), entries),
        settings: {},
      }),
    )
  }

  function cancel() {
    setChoosing(false)
    addButton.current?.focus()
  }

  if (isNew && entries.length === 0) return <StartHere idlePlan={idlePlan} onChoose={add} />

  const adder = isReadOnly ? null : (
    <Button
      ref={addButton}
      size="sm"
      icon={<Plus />}
      onPress={() => setChoosing(!isChoosing)}
      aria-expanded={isChoosing}
    >
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('title')} about={t('about')} count={entries.length} action={adder}>
      {isChoosing ? <KindGrid title={t('chooseKind')} onChoose={add} onCancel={cancel} /> : null}
      {entries.length === 0 && !isChoosing ? <p className={styles.none}>{t('none')}</p> : null}
      <div className={styles.cards}>
        {entries.map(([id, entry]) => (
          <BackEndCard key={id} id={id} entry={entry} />
        ))}
      </div>
    </Section>
  )
}

function BackEndCard({ id, entry }: { id: string; entry: JsonObject }) {
  const t = useTranslations('storage')
  const target = useTranslations('storage.target')
  return (
    <EntryCard
      map="attachments"
      id={id}
      entry={entry}
      icon={<KindIcon kind={kindOf(entry)} />}
      title={nameOf(entry) ?? t('backEnds.unnamed')}
      words={targetInWords(entry, target)}
    >
      <BackEndEditor id={id} entry={entry} />
    </EntryCard>
  )
}

/** A name that no other back-end has yet. */
function freeName(name: string, entries: readonly [string, JsonObject][]): string {
  const taken = new Set(entries.map(([, entry]) => entry.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
  return free
}

interface StartHereProps {
  /** The plan that would count if there were a document. */
  idlePlan: string | undefined
  onChoose: (kind: HandlerKind) => void
}

/** Where there is no document yet: what that means, and the way to the first back-end. */
function StartHere({ idlePlan, onChoose }: StartHereProps) {
  const t = useTranslations('storage.start')
  const backEnds = useTranslations('storage.backEnds')
  const { place, isReadOnly } = useStorageDocument()
  const title = t(place.scope === 'plan' ? 'planTitle' : 'title')
  return (
    <section className={start.start} aria-label={title}>
      <h2 className={start.title}>{title}</h2>
      {idlePlan === undefined ? null : <p className={start.text}>{t('idlePlan', { name: idlePlan })}</p>}
      {isReadOnly ? (
        <p className={start.text}>{t('readOnly')}</p>
      ) : (
        <>
          <p className={start.text}>{t('text')}</p>
          <ol className={start.steps}>
            <li>{t('steps.kind')}</li>
            <li>{t('steps.settings')}</li>
            <li>{t('steps.routes')}</li>
          </ol>
          <KindGrid title={backEnds('chooseKind')} onChoose={onChoose} />
        </>
      )}
    </section>
  )
}
