import { formatPointer, type JsonObject } from '@strata/json'
import { Plus, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow } from '../document/document-errors.ts'
import { entriesOf, objectAt, textOf } from '../document/document-parts.ts'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import styles from '../document/section.module.css'
import { Section } from '../document/section.tsx'
import { withValueAt } from '../plan/plan-rules.ts'
import { ConnectionEditor } from './connection-editor.tsx'
import card from './entry-card.module.css'
import { EntryCard } from './entry-card.tsx'
import { newEntryId } from './new-entry-id.ts'
import { UsedBy } from './used-by.tsx'

/** The connection that every plan may name without defining it. */
const local = 'local'

/** Other CouchDB servers that documents can go to. */
export function ConnectionsSection() {
  const t = useTranslations('storage.connections')
  const target = useTranslations('storage.target.connection')
  const { fields, isReadOnly, change, setOpen } = useStorageDocument()
  const entries = entriesOf(fields, 'connections').filter(([id]) => id !== local)

  function add() {
    const id = newEntryId()
    setOpen('connections', id, true)
    change((before) =>
      withValueAt(before, formatPointer(['connections', id]), {
        driver: 'kazoo_couch',
        name: t('defaultName'),
        settings: {},
      }),
    )
  }

  const adder = isReadOnly ? null : (
    <Button size="sm" icon={<Plus />} onPress={add}>
      {t('add')}
    </Button>
  )
  return (
    <Section title={t('title')} about={t('about')} count={entries.length} action={adder}>
      <div className={styles.cards}>
        {entries.map(([id, entry]) => (
          <EntryCard
            key={id}
            map="connections"
            id={id}
            entry={entry}
            icon={<ConnectionIcon />}
            title={nameOf(entry) ?? t('unnamed')}
            words={connectionInWords(entry, target)}
          >
            <ConnectionEditor id={id} entry={entry} />
          </EntryCard>
        ))}
        <LocalConnection icon={<ConnectionIcon />} />
      </div>
    </Section>
  )
}

/** The server that a connection leads to. */
export function connectionInWords(
  entry: JsonObject,
  t: ReturnType<typeof useTranslations<'storage.target.connection'>>,
): string {
  const { ip, port } = objectAt(entry, '/settings')
  const host = textOf(ip)
  if (host === undefined) return t('none')
  return port === undefined ? t('host', { host }) : t('port', { host, port: String(port) })
}

function ConnectionIcon() {
  return (
    <span className={card.icon} aria-hidden="true">
      <Server />
    </span>
  )
}

function nameOf(entry: JsonObject): string | undefined {
  return textOf(entry.name)
}

const place = '/connections/local'

/** The cluster's own CouchDB: there without being defined; what a document says of it all the same is shown. */
function LocalConnection({ icon }: { icon: ReactNode }) {
  const t = useTranslations('storage.connections')
  const { fields, errors, change } = useStorageDocument()
  const value: JsonObject = objectAt(fields, place)
  return (
    <section className={card.card} aria-label={t('localName')} data-place={place}>
      <header className={card.head}>
        {icon}
        <div className={card.words}>
          <h3 className={card.title}>
            {t('localName')} <code>{t('local')}</code>
          </h3>
          <p className={card.target}>{t('localText')}</p>
        </div>
      </header>
      {Object.keys(value).length === 0 ? null : (
        <div className={card.body}>
          <OtherEntryKeys
            title={t('localKeys')}
            value={value}
            known={[]}
            onChange={(next) => change((before) => withValueAt(before, place, next))}
            errors={errorsBelow(errors, place)}
          />
        </div>
      )}
      <footer className={card.foot}>
        <UsedBy map="connections" id="local" isAlwaysThere />
      </footer>
    </section>
  )
}
