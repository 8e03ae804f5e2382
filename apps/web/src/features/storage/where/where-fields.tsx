import {
  documentTypes,
  isMonth,
  layeredStorage,
  type PlanClass,
  planClasses,
  type StorageLayer,
} from '@strata/storage-plan'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import { Select } from '#web/components/select.tsx'
import { useSession } from '#web/lib/session.tsx'
import { type ShownUser, userName } from '../api/users.ts'
import { MonthField } from '../conditions/month-field.tsx'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './where.module.css'
import type { WhereQuestion } from './where-question.ts'

interface WhereFieldsProps {
  question: WhereQuestion
  onAsk: (question: WhereQuestion) => void
  /** Of the account, to choose whose documents they are; undefined where there is no choice. */
  users: readonly ShownUser[] | undefined
  /** Their rules name types that may be asked about. */
  layers: readonly StorageLayer[]
}

/** What is asked: a type of documents, its class of databases, whose they are. */
export function WhereFields({ question, onAsk, users, layers }: WhereFieldsProps) {
  const t = useTranslations('storageWhere.ask')
  const words = useRouteWords()
  const version = useSession().kazoo_version
  const known = planClasses.filter((name) => name !== 'yodb' || version === '5')
  const classes: PlanClass[] = [...new Set([...known, question.planClass])]
  return (
    <div className={styles.fields}>
      <TypeField
        type={question.type}
        types={documentTypes(layeredStorage(layers), question.planClass)}
        onChange={(type) => onAsk({ ...question, type })}
      />
      <Select
        label={t('class')}
        options={classes.map((name) => ({ value: name, label: words.classTitle(name), description: name }))}
        value={question.planClass}
        onChange={(planClass) => onAsk({ ...question, planClass })}
      />
      {version === '5' && question.planClass === 'modb' ? (
        <MonthField
          label={t('month')}
          value={question.month ?? ''}
          onChange={(month) => {
            if (month === '' || isMonth(month)) onAsk({ ...question, month: month === '' ? undefined : month })
          }}
        />
      ) : null}
      {users === undefined ? null : (
        <UserField user={question.user} users={users} onChange={(user) => onAsk({ ...question, user })} />
      )}
    </div>
  )
}

interface TypeFieldProps {
  type: string | undefined
  types: readonly string[]
  onChange: (type: string | undefined) => void
}

/** A known type by its name, or any other as KAZOO keeps it; nothing is everything else. */
function TypeField({ type, types, onChange }: TypeFieldProps) {
  const t = useTranslations('storageWhere.ask')
  const words = useRouteWords()
  const title = (name: string) => words.title({ planClass: '', type: name })
  // What is typed stays as it is typed, also where the address says it in another way.
  const [text, setText] = useState(type === undefined ? '' : title(type))
  return (
    <ComboBox
      label={t('type')}
      placeholder={t('everythingElse')}
      options={types.map((name) => ({ value: name, label: title(name), description: name }))}
      value={text}
      onChange={(typed) => {
        setText(typed)
        const trimmed = typed.trim()
        const known = types.find((name) => title(name) === trimmed)
        onChange(trimmed === '' ? undefined : (known ?? trimmed))
      }}
    />
  )
}

interface UserFieldProps {
  user: string | undefined
  users: readonly ShownUser[]
  onChange: (user: string | undefined) => void
}

function UserField({ user, users, onChange }: UserFieldProps) {
  const t = useTranslations('storageWhere.ask')
  const title = (one: ShownUser) => (one.username === undefined ? userName(one) : `${userName(one)} (${one.username})`)
  const named = users.find(({ id }) => id === user)
  const [text, setText] = useState(named === undefined ? (user ?? '') : title(named))
  const isUnknown = text.trim() !== '' && user === undefined
  return (
    <ComboBox
      label={t('user')}
      placeholder={t('nobody')}
      options={users.map((one) => ({ value: one.id, label: title(one) }))}
      value={text}
      onChange={(typed) => {
        setText(typed)
        onChange(users.find((one) => title(one) === typed.trim() || one.username === typed.trim())?.id)
      }}
      errorMessage={isUnknown ? t('unknownUser') : undefined}
    />
  )
}
