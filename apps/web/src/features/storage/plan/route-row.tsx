import { getAt, type JsonObject } from '@strata/json'
import { decidedPart, layeredStorage, type PlanRule, rulePartPointer, rulePointer } from '@strata/storage-plan'
import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { changedPlaces } from '../document/changed-places.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow, messageAt } from '../document/document-errors.ts'
import { objectAt } from '../document/document-parts.ts'
import { useShownPlace } from '../document/use-shown-place.ts'
import styles from './class-routes.module.css'
import { DecidedBy } from './decided-by.tsx'
import { EntrySelect } from './entry-select.tsx'
import { withValueAt } from './plan-rules.ts'
import { RouteDetails } from './route-details.tsx'
import { hasDetails } from './rule-details.ts'
import { layersWithout } from './storage-layers.ts'
import { useRouteWords } from './use-route-words.ts'

/** Where one type of documents goes, or everything else of a class, and who decided it. */
export function RouteRow({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.routes')
  const words = useRouteWords()
  const { fields, storedFields, errors } = useStorageDocument()
  const [isChosen, setChosen] = useState<boolean>()
  const id = useId()
  const title = words.title(rule)
  const pointer = rulePointer(rule)
  const label = (column: 'files' | 'folder' | 'documents') =>
    t('label', { route: title, column: t(`columns.${column}`) })
  const own = objectAt(fields, pointer)
  const isOpen = isChosen ?? hasDetails(rule, own, errorsBelow(errors, pointer))
  const row = useRef<HTMLTableRowElement>(null)
  useShownPlace(row, (shown) => isOfRule(rule, shown) && !(isOpen && isOfCondition(rule, shown)))
  const isChanged = isRuleChanged(rule, objectAt(storedFields, pointer), own)

  return (
    <>
      <tr ref={row} className={classNames(styles.route, isChanged && styles.changed)}>
        <th scope="row" className={styles.kind}>
          {title}
          <code>{[rule.planClass, rule.type].filter(Boolean).join(' · ')}</code>
        </th>
        <td data-label={t('columns.files')}>
          <EntrySelect map="attachments" rule={rule} label={label('files')} />
          <DecidedBy rule={rule} part="handler" />
        </td>
        <td data-label={t('columns.folder')}>
          <FolderField rule={rule} label={label('folder')} />
          <DecidedBy rule={rule} part="folder" />
        </td>
        <td data-label={t('columns.documents')}>
          <EntrySelect map="connections" rule={rule} label={label('documents')} />
          <DecidedBy rule={rule} part="connection" />
        </td>
        <td className={styles.more}>
          <IconButton
            size="sm"
            icon={<ChevronDown className={isOpen ? styles.turned : undefined} />}
            label={t('details', { route: title })}
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setChosen(!isOpen)}
          />
        </td>
      </tr>
      {isOpen ? (
        <tr id={id} className={classNames(styles.details, isChanged && styles.changed)}>
          <td colSpan={5}>
            <RouteDetails rule={rule} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** A type's row is about all of its rule; that of everything else not about the types, which have their own. */
function isOfRule(rule: PlanRule, pointer: string): boolean {
  const own = rulePointer(rule)
  const isWithin = (outer: string) => pointer === outer || pointer.startsWith(`${outer}/`)
  return isWithin(own) && (rule.type !== undefined || !isWithin(`${own}/types`))
}

/** Rules within the rule have rows of their own among its details. */
function isOfCondition(rule: PlanRule, pointer: string): boolean {
  return ['range', 'regex'].some((by) => pointer.startsWith(`${rulePointer(rule)}/${by}/`))
}

function isRuleChanged(rule: PlanRule, stored: JsonObject, own: JsonObject): boolean {
  return changedPlaces(stored, own).some((place) => isOfRule(rule, rulePointer(rule) + place))
}

function FolderField({ rule, label }: { rule: PlanRule; label: string }) {
  const { fields, layers, errors, change, isReadOnly } = useStorageDocument()
  const pointer = rulePartPointer(rule, 'folder')
  const value = getAt(fields, pointer)
  const below = decidedPart(layeredStorage(layersWithout(layers, pointer)), rule, 'folder').value
  return (
    <TextField
      aria-label={label}
      isCode
      value={value === undefined ? '' : String(value)}
      placeholder={typeof below === 'string' ? below : '–'}
      onChange={(next) => change((before) => withValueAt(before, pointer, next === '' ? undefined : next))}
      isReadOnly={isReadOnly}
      errorMessage={messageAt(errors, pointer)}
      autoComplete="off"
      spellCheck="false"
    />
  )
}
