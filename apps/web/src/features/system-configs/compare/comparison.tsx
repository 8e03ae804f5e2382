import type { CategoryDetail } from '@strata/api-types'
import { effectiveSection, isSecretMarker, type Readings, sectionValues } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Checkbox } from '#web/components/checkbox.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { shortFingerprint } from '#web/components/schema-form/secret-marker.ts'
import { SearchField } from '#web/components/search-field.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useValueText } from '#web/components/value-text.ts'
import { VirtualTable } from '#web/components/virtual-table.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useAddressText } from '#web/lib/use-address-text.ts'
import { useCategoryForm } from '../api/use-category-form.ts'
import { fuzzyFilter } from '../filter/fuzzy-filter.ts'
import { matrixRows } from '../matrix/matrix-rows.ts'
import { useScope } from '../provenance/use-scope.ts'
import { type TextPart, valueChanges } from '../provenance/value-changes.ts'
import { toCategory } from '../routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingPhrases } from '../words/use-reading-phrases.ts'
import { type ComparedKey, compareReadings, compareValues } from './compare-values.ts'
import styles from './comparison.module.css'
import { countSettings } from './count-settings.ts'
import type { ComparedSide, CompareSearch } from './routes.ts'
import { sideNames } from './side-names.ts'

interface ComparisonProps {
  left: ComparedSide
  right: ComparedSide
  search: CompareSearch
  /** Changes a part of the address; undefined leaves it out. */
  onSearch: (part: Partial<Record<keyof CompareSearch, string | undefined>>) => void
}

/** The keys of two sections with both values. */
export function Comparison({ left, right, search, onSearch }: ComparisonProps) {
  const first = useCategoryForm(left.category)
  const second = useCategoryForm(right.category)
  const failed = [first, second].find(({ error, loaded }) => error !== null && loaded === undefined)
  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={failed.retry} />
  if (first.loaded === undefined || second.loaded === undefined) return <Skeleton lines={10} />
  const sides = [first.loaded, second.loaded] as const
  return <Compared sides={sides} left={left} right={right} search={search} onSearch={onSearch} />
}

type Loaded = NonNullable<ReturnType<typeof useCategoryForm>['loaded']>
type ComparedProps = ComparisonProps & { sides: readonly [Loaded, Loaded] }

function Compared({ sides, left, right, search, onSearch }: ComparedProps) {
  const [first, second] = sides
  const t = useTranslations('compare')
  // Two categories have few settings in common: what both sides inherit would hide what they set.
  const { values = left.category === right.category ? 'read' : 'stored' } = search
  const firstScope = useScope(first.form, first.detail, left.section)
  const secondScope = useScope(second.form, second.detail, right.section)
  const settings = useMemo(
    () => [
      ...new Set(
        [first, second].flatMap(({ detail, form }) => matrixRows(form, detail.sections)).map(({ pointer }) => pointer),
      ),
    ],
    [first, second],
  )
  const keys = useMemo(() => {
    if (values === 'read') {
      return compareReadings(
        { category: first.detail, reader: firstScope },
        { category: second.detail, reader: secondScope },
        settings,
      )
    }
    const isEffective = values === 'effective'
    return compareValues(
      valuesOf(first.detail, left.section, isEffective),
      valuesOf(second.detail, right.section, isEffective),
    )
  }, [first, second, firstScope, secondScope, settings, left.section, right.section, values])
  const [text, setText] = useAddressText(search.q ?? '', (q) => onSearch({ q }))
  const shown = useMemo(() => shownKeys(keys, search), [keys, search])
  const counts = useMemo(() => countSettings(keys, settings), [keys, settings])
  const names = sideNames(left, right)
  return (
    <div className={styles.comparison}>
      <div className={styles.bar}>
        <Segmented
          aria-label={t('values')}
          options={[
            { value: 'read', label: t('read') },
            { value: 'stored', label: t('stored') },
            { value: 'effective', label: t('effective') },
          ]}
          value={values}
          onChange={(chosen) => onSearch({ values: chosen })}
        />
        <Checkbox
          isSelected={search.show !== 'all'}
          onChange={(isOnly) => onSearch({ show: isOnly ? undefined : 'all' })}
        >
          {t('only')}
        </Checkbox>
        <div className={styles.search}>
          <SearchField label={t('filter')} value={text} onChange={setText} />
        </div>
        <span className={styles.count} role="status">
          {t('count', { ...counts })}
        </span>
        <p className={styles.hint}>{t(`hint.${values}`)}</p>
      </div>
      {shown.length === 0 ? (
        <Nothing keys={keys} search={search} onShowAll={() => onSearch({ show: 'all', q: undefined })} />
      ) : (
        <VirtualTable
          label={t('table')}
          header={
            <>
              <th className={styles.key}>{t('key')}</th>
              <th className={styles.value}>{names.left}</th>
              <th className={styles.value}>{names.right}</th>
            </>
          }
          items={shown}
          keyOf={({ pointer }) => pointer}
          rowHeight={41}
        >
          {(key) => (
            <>
              <th scope="row" className={classNames(styles.key, !key.isSame && styles.differs)}>
                <Link {...toCategory(left.category, { ...sectionOf(left.section), key: key.pointer })}>
                  <code>{keyText(key.pointer)}</code>
                </Link>
              </th>
              <td className={styles.value} data-side={names.left}>
                <ComparedValue compared={key} side="left" />
              </td>
              <td className={styles.value} data-side={names.right}>
                <ComparedValue compared={key} side="right" />
              </td>
            </>
          )}
        </VirtualTable>
      )}
    </div>
  )
}

interface NothingProps {
  keys: readonly ComparedKey[]
  search: CompareSearch
  onShowAll: () => void
}

function Nothing({ keys, search, onShowAll }: NothingProps) {
  const t = useTranslations('compare')
  if (keys.length === 0) return <EmptyState title={t('noneSet')}>{t('noneSetText')}</EmptyState>
  return (
    <EmptyState
      title={search.q === undefined ? t('none') : t('noneFound')}
      action={<Button onPress={onShowAll}>{t('showAll')}</Button>}
    >
      {search.q === undefined ? t('noneText') : null}
    </EmptyState>
  )
}

function valuesOf(detail: CategoryDetail, section: string, isEffective: boolean) {
  return isEffective ? effectiveSection(detail, section) : sectionValues(detail.sections, section)
}

function shownKeys(keys: readonly ComparedKey[], { show, q = '' }: CompareSearch): ComparedKey[] {
  const candidates = keys.filter(({ isSame }) => show === 'all' || !isSame)
  const texts = candidates.map(({ pointer }) => keyText(pointer))
  return fuzzyFilter(texts, q).flatMap((index) => candidates[index] ?? [])
}

function sectionOf(section: string): { section?: string } {
  return section === 'default' ? {} : { section }
}

const LONGEST = 300

interface ComparedValueProps {
  compared: ComparedKey
  side: 'left' | 'right'
}

/** What one side says, with what the other one does not say marked. */
function ComparedValue({ compared, side }: ComparedValueProps) {
  const t = useTranslations('compare')
  const text = useValueText(LONGEST)
  const { left, right, isSame } = compared
  const value = compared[side]
  const readings = compared.readings?.[side]
  const changes = useMemo(
    () => (isSame || left === undefined || right === undefined ? undefined : valueChanges(left, right)),
    [isSame, left, right],
  )
  if (value === undefined && readings !== undefined) return <Read readings={readings} isSame={isSame} />
  if (value === undefined) return <span className={styles.nothing}>{t('nothing')}</span>
  if (isSecretMarker(value)) return `${t('secret')} #${shortFingerprint(value)}`
  if (changes === undefined) return <span className={isSame ? undefined : styles.whole}>{text(value)}</span>
  if (changes.kind === 'text') return <TextParts parts={changes.parts} side={side} />
  const items = changes.items.filter((item) => item[side === 'left' ? 'before' : 'after'] !== undefined)
  return (
    <>
      <span>{text(value)}</span>
      <ul className={styles.items} aria-label={t(side === 'left' ? 'leftOnly' : 'rightOnly')}>
        {items.map((item, index) => {
          const own = side === 'left' ? item.before : item.after
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the items of a list have no names.
            <li key={index}>
              {item.key === undefined ? null : <code>{item.key} </code>}
              <mark>{own === undefined || isSecretMarker(own) ? t('secret') : text(own)}</mark>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What nodes read where that is no one stored value. */
function Read({ readings, isSame }: { readings: Readings; isSame: boolean }) {
  const phrases = useReadingPhrases()
  const [{ layer }, ...others] = readings
  const isBuiltIn = others.length === 0 && layer === 'built-in'
  return <span className={isBuiltIn ? styles.nothing : isSame ? undefined : styles.whole}>{phrases.all(readings)}</span>
}

function TextParts({ parts, side }: { parts: readonly TextPart[]; side: 'left' | 'right' }) {
  const own = side === 'left' ? 'removed' : 'added'
  return (
    <span className={styles.text}>
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the pieces of a text have no names.
          <span key={index}>{text}</span>
        ) : kind === own ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <mark key={index}>{text}</mark>
        ) : null,
      )}
    </span>
  )
}
