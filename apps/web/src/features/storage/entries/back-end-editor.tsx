import { formatPointer, getAt, type JsonObject } from '@strata/json'
import { handlerKinds, type PlanRule } from '@strata/storage-plan'
import { Check } from 'lucide-react'
import { useId, useMemo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'
import type { VariantHints } from '#web/components/schema-form/field-hints.ts'
import { VariantPicker } from '#web/components/schema-form/variant-picker.tsx'
import { type Variant, variantOf } from '#web/components/schema-form/variants.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow, messageAt } from '../document/document-errors.ts'
import { OtherEntryKeys } from '../document/other-entry-keys.tsx'
import { referencePointer, withValueAt } from '../plan/plan-rules.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import { KindIcon, kindOf } from './back-end-kinds.tsx'
import { BackEndSettings } from './back-end-settings.tsx'
import styles from './entry-editor.module.css'
import { EntryNames } from './entry-names.tsx'
import { misplacedSettings, withinSettings } from './misplaced-settings.ts'
import { switchKind } from './switch-kind.ts'
import { useEntryVariants } from './use-entry-variants.ts'

/** All there is to say of one back-end. */
export function BackEndEditor({ id, entry }: { id: string; entry: JsonObject }) {
  const t = useTranslations('storage.backEnds')
  const { form, isReadOnly, errors, change, remembered } = useStorageDocument()
  const known = useEntryVariants('attachments', id)
  const variants = useMemo(() => known.toSorted((a, b) => rank(a) - rank(b)), [known])
  const place = formatPointer(['attachments', id])
  const current = variantOf(variants, entry)
  const kind = kindOf(entry)
  const labelId = useId()

  function choose(next: Variant) {
    if (current !== undefined) remembered.set(`${id} ${current.id}`, entry)
    const switched = switchKind({
      entry,
      from: current,
      to: next,
      remembered: remembered.get(`${id} ${next.id}`),
      resolve: form.resolve,
    })
    change((fields) => withValueAt(fields, place, switched))
  }

  return (
    <div className={styles.editor}>
      <EntryNames map="attachments" id={id} entry={entry}>
        <div className={styles.kinds}>
          <span id={labelId} className={styles.label}>
            {t('kind')}
          </span>
          <VariantPicker
            variants={variants}
            hints={useKindHints()}
            chosen={current}
            labelledBy={labelId}
            isReadOnly={isReadOnly}
            onChoose={choose}
          />
        </div>
      </EntryNames>
      <div className={styles.main}>
        <p className={styles.problem}>{messageAt(errors, place)}</p>
        {kind === undefined || current === undefined ? (
          <p className={styles.note}>{t('unknownKind')}</p>
        ) : (
          <BackEndSettings
            key={kind}
            id={id}
            kind={kind}
            variant={current}
            entry={entry}
            onChange={(settings) => change((fields) => withValueAt(fields, `${place}/settings`, settings))}
          />
        )}
        <MisplacedSettings
          entry={entry}
          onMove={() => change((fields) => withValueAt(fields, place, withinSettings(entry)))}
        />
        <OtherEntryKeys
          value={entry}
          known={['handler', 'name', 'settings', '_sig']}
          onChange={(next) => change((fields) => withValueAt(fields, place, next))}
          errors={errorsBelow(errors, place)}
          title={t('otherKeys')}
        />
        <SendHere id={id} />
      </div>
    </div>
  )
}

/** Settings in the place that no handler reads, and the way to the one that they do. */
function MisplacedSettings({ entry, onMove }: { entry: JsonObject; onMove: () => void }) {
  const t = useTranslations('storage.backEnds')
  const format = useFormatter()
  const { isReadOnly } = useStorageDocument()
  const keys = misplacedSettings(entry)
  if (keys.length === 0) return null
  const action = isReadOnly ? undefined : (
    <Button size="sm" onPress={onMove}>
      {t('moveInside')}
    </Button>
  )
  return (
    <Note tone="warning" action={action}>
      {t('beside', { keys: format.list(keys) })}
    </Note>
  )
}

/** How the kinds of back-ends are shown where one is chosen. */
function useKindHints(): VariantHints {
  const t = useTranslations('storage.kinds')
  return useMemo(
    () => ({
      layout: 'cards',
      kinds: Object.fromEntries(
        handlerKinds.map((kind) => [
          kind,
          { title: t(`${kind}.title`), description: t(`${kind}.description`), icon: <KindIcon kind={kind} /> },
        ]),
      ),
    }),
    [t],
  )
}

/** In the order in which they are offered for a new one; a kind that only the schema knows comes last. */
function rank({ id }: Variant): number {
  const order: readonly string[] = handlerKinds
  const index = order.indexOf(id)
  return index === -1 ? order.length : index
}

const offered: readonly PlanRule[] = [
  { planClass: 'modb', type: 'mailbox_message' },
  { planClass: 'modb', type: 'call_recording' },
  { planClass: 'modb', type: 'fax' },
  { planClass: 'account', type: 'media' },
]

/** The routes that most ask for, switched to a back-end where it is edited. */
function SendHere({ id }: { id: string }) {
  const t = useTranslations('storage.backEnds')
  const words = useRouteWords()
  const { fields, change, isReadOnly } = useStorageDocument()
  const labelId = useId()
  const pointers = offered.map((rule) => referencePointer(rule, 'attachments'))

  function choose(chosen: ReadonlySet<string>) {
    change((before) =>
      pointers.reduce((next, pointer) => {
        const isChosen = chosen.has(pointer)
        if (isChosen === (getAt(before, pointer) === id)) return next
        return withValueAt(next, pointer, isChosen ? id : undefined)
      }, before),
    )
  }

  return (
    <div className={styles.send}>
      <span id={labelId} className={styles.label}>
        {t('sendHere')}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        className={styles.toggles ?? ''}
        selectionMode="multiple"
        isDisabled={isReadOnly}
        selectedKeys={pointers.filter((pointer) => getAt(fields, pointer) === id)}
        onSelectionChange={(keys) => choose(new Set([...keys].map(String)))}
      >
        {offered.map((rule, index) => (
          <ToggleButton key={pointers[index]} id={pointers[index] ?? ''} className={styles.toggle ?? ''}>
            <Check aria-hidden="true" />
            {words.title(rule)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className={styles.help}>{t('sendHelp')}</p>
    </div>
  )
}
