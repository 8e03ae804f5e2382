import type { RoutedBackEnd } from '@strata/api-types'
import type { Decider, StorageLayerName } from '@strata/storage-plan'
import { Fragment, type ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { knownTypes } from '../plan/plan-rules.ts'
import type { DecidedAnswer } from './route-answer.ts'
import { usePlaceParts, useWhereWords } from './use-where-words.ts'
import styles from './where.module.css'

interface RouteSentenceProps {
  answer: DecidedAnswer
  type: string | undefined
}

/** The answer as somebody would say it, and who decided it. */
export function RouteSentence({ answer, type }: RouteSentenceProps) {
  const t = useTranslations('storageWhere.answer')
  const words = useWhereWords(answer.layers)
  const { back_end: backEnd, connection } = answer
  const what = {
    type: type === undefined ? 'everything' : (knownTypes.find((known) => known === type) ?? 'other'),
    name: type ?? '',
  }
  const tags = { b: strong, code }
  return (
    <div className={styles.sentence}>
      <p>
        {backEnd === null ? (
          t('stays', what)
        ) : (
          <>
            {t.rich('goes', { ...what, place: words.backEnd(backEnd), ...tags })}
            <PlaceWords backEnd={backEnd} />
          </>
        )}{' '}
        {connection.id.value === 'local'
          ? t('documentsLocal')
          : t.rich('documents', { name: connection.name?.value ?? connection.id.value, ...tags })}
        {backEnd?.mode.value === 'stub' ? ` ${t('stub')}` : null}
      </p>
      <p className={styles.decided}>
        <DecidedBy answer={answer} />
      </p>
    </div>
  )
}

function PlaceWords({ backEnd }: { backEnd: RoutedBackEnd }) {
  const t = useTranslations('storageWhere.answer')
  // The path begins with the folder, and the region is one of signatures alone.
  const parts = usePlaceParts(backEnd).filter(({ key }) => key !== 'folder_path' && key !== 'signing_region')
  const { path } = backEnd.target
  return (
    <>
      {parts.map(({ key, title, value }) => (
        <Fragment key={key}>{t.rich('placePart', { title: title.toLowerCase(), value, code })}</Fragment>
      ))}
      {path === null || parts.length === 0 ? null : t.rich('path', { path: inShort(path), code })}.
    </>
  )
}

/** The rule that decided, and whoever else has a say in where the files go. */
function DecidedBy({ answer: { back_end: backEnd, connection, layers } }: { answer: DecidedAnswer }) {
  const t = useTranslations('storageWhere.answer')
  const format = useFormatter()
  const words = useWhereWords(layers)
  const { by } = backEnd?.id ?? connection.id
  const parts = usePlaceParts(backEnd)
  if (by === null) return t('decidedByNobody')

  const others = new Map<StorageLayerName, string[]>()
  for (const { title, by: other } of parts) {
    if (other === null || other.layer === by.layer) continue
    others.set(other.layer, [...(others.get(other.layer) ?? []), title.toLowerCase()])
  }
  return (
    <>
      {t.rich('decidedBy', { rule: ruleOf(by), layer: words.inLayer(by.layer), code })}
      {[...others].map(([layer, titles]) =>
        t('decidedOther', { parts: format.list(titles), layer: words.byLayer(layer) }),
      )}
      .
    </>
  )
}

/** `modb › mailbox_message`, out of the place that decided. */
function ruleOf({ pointer, level }: Decider): string {
  const [, , planClass = '', , type = ''] = pointer.split('/')
  return level === 'type' ? `${planClass} › ${type.replaceAll('~1', '/').replaceAll('~0', '~')}` : planClass
}

/** Where a path begins and ends: all of it is told below. */
function inShort(path: string): string {
  const [first, ...rest] = path.replace(/^\//, '').split('/')
  return rest.length < 2 ? path : `${first}/…/${rest.at(-1)}`
}

const strong = (text: ReactNode) => <b key="b">{text}</b>
const code = (text: ReactNode) => <code key="code">{text}</code>
