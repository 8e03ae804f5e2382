import { formatPointer, getAt, type JsonValue } from '@strata/json'
import { type PlanRule, rulePointer } from '@strata/storage-plan'
import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Select } from '#web/components/select.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import { messageAt } from '../document/document-errors.ts'
import { offeredEntries } from '../entries/offered-entries.ts'
import classStyles from '../plan/class-routes.module.css'
import { withValueAt } from '../plan/plan-rules.ts'
import { useLayerWords } from '../plan/use-layer-words.ts'
import styles from './conditions.module.css'

/** The connections that changes under a rule are copied to, chosen from those that there are. */
export function CopiesField({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.conditions')
  const routes = useTranslations('storage.routes')
  const words = useLayerWords()
  const { fields, layers, errors, change, isReadOnly } = useStorageDocument()
  const id = useId()
  const pointer = `${rulePointer(rule)}/secondary_connections`
  const chosen = listOf(getAt(fields, pointer))
  const offered = offeredEntries(layers, 'connections')
  const nameOf = (entry: string) =>
    entry === 'local' ? routes('localConnection') : (offered.find((each) => each.id === entry)?.name ?? entry)
  const set = (next: readonly JsonValue[]) =>
    change((before) => withValueAt(before, pointer, next.length === 0 ? undefined : [...next]))
  const left = offered.filter((entry) => !chosen.includes(entry.id))
  return (
    <section className={styles.group} aria-labelledby={id}>
      <span id={id} className={classStyles.label}>
        {t('copies')}
      </span>
      <p className={classStyles.help}>{t('copiesHelp')}</p>
      {chosen.length === 0 ? null : (
        <ul className={styles.copies}>
          {chosen.map((entry, index) => {
            const name = typeof entry === 'string' ? nameOf(entry) : JSON.stringify(entry)
            const problem = messageAt(errors, pointer + formatPointer([String(index)]))
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand in the list twice
              <li key={`${index} ${name}`} className={styles.copy}>
                <span>{name}</span>
                {isReadOnly ? null : (
                  <IconButton
                    size="sm"
                    icon={<X />}
                    label={t('removeCopy', { name })}
                    onPress={() => set(chosen.filter((_, other) => other !== index))}
                  />
                )}
                {problem === undefined ? null : <span className={classStyles.problem}>{problem}</span>}
              </li>
            )
          })}
        </ul>
      )}
      <p className={classStyles.problem}>{messageAt(errors, pointer)}</p>
      {isReadOnly || left.length === 0 ? null : (
        <Select
          className={styles.try}
          aria-label={t('addCopy')}
          placeholder={t('addCopy')}
          options={left.map((entry) => ({
            value: entry.id,
            label: nameOf(entry.id),
            description: words.from(entry.layer),
          }))}
          value={undefined}
          onChange={(added) => set([...chosen, added])}
        />
      )}
    </section>
  )
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}
