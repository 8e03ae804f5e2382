import { type PlanClass, planRules, rulePointer, storageLimits } from '@strata/storage-plan'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import folds from '#web/components/fold.module.css'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { errorsBelow } from '../document/document-errors.ts'
import { AddType } from './add-type.tsx'
import styles from './class-routes.module.css'
import { typesIn } from './plan-rules.ts'
import { RouteRow } from './route-row.tsx'

/** Documents may have no more, but some that are older do. */
const shownTypes = storageLimits.types

interface ClassRoutesProps {
  planClass: PlanClass
}

/** Where the documents of one class of databases go, and their files: type by type, then everything else. */
export function ClassRoutes({ planClass }: ClassRoutesProps) {
  const t = useTranslations('storage.routes')
  const { place, fields, layers, errors, kazooVersion, isReadOnly, shownPlace, showPlace } = useStorageDocument()
  const [added, setAdded] = useState<readonly string[]>([])
  const whole = { planClass, type: undefined }
  const problems = errorsBelow(errors, rulePointer(whole)).length
  const isOfSystem = planClass === 'system' || planClass === 'aggregate'
  const set = planRules(fields).filter((rule) => rule.planClass === planClass).length
  const [chosen, setChosen] = useState<{ isOpen: boolean; shownPlace: typeof shownPlace }>()
  // A place in it that is sought after it was folded opens it again.
  const isAsked = shownPlace !== chosen?.shownPlace && shownPlace?.pointer.startsWith(rulePointer(whole)) === true
  const isOpen = problems > 0 || isAsked || (chosen?.isOpen ?? (!isOfSystem || set > 0 || place.scope === 'system'))
  const ruled = typesIn(
    planClass,
    layers.map(({ values }) => values),
  )
  const types = [...new Set([...ruled.slice(0, shownTypes), ...added])]
  const more = ruled.length - Math.min(ruled.length, shownTypes)
  const id = useId()

  function add(type: string) {
    setAdded((before) => [...before, type])
    showPlace(rulePointer({ planClass, type }))
  }

  return (
    <section className={styles.class} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <button
            type="button"
            className={classNames(folds.fold, styles.fold)}
            aria-expanded={isOpen}
            aria-controls={`${id}-routes`}
            onClick={() => setChosen({ isOpen: !isOpen, shownPlace })}
          >
            <ChevronRight aria-hidden="true" />
            <span id={`${id}-title`}>{t(`classes.${planClass}.title`)}</span>
            <code>{planClass}</code>
          </button>
        </h3>
        <p className={styles.about}>
          {t(`classes.${planClass}.description`)}
          {isOfSystem && place.scope !== 'system' ? ` ${t('systemOnly')}` : null}
          {planClass === 'aggregate' && kazooVersion === '4.3' ? ` ${t('ignoredBy43')}` : null}
        </p>
        {problems > 0 ? <Chip tone="bad">{t('problems', { count: problems })}</Chip> : null}
      </div>
      <div id={`${id}-routes`} className={styles.routes} hidden={!isOpen}>
        {isOpen ? (
          <>
            <RouteTable planClass={planClass} types={types} />
            {more > 0 ? <p className={styles.about}>{t('moreTypes', { count: String(more) })}</p> : null}
            {isReadOnly ? null : <AddType taken={types} onAdd={add} />}
          </>
        ) : null}
      </div>
    </section>
  )
}

function RouteTable({ planClass, types }: { planClass: string; types: readonly string[] }) {
  const t = useTranslations('storage.routes.columns')
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('files')}</th>
          <th scope="col">{t('folder')}</th>
          <th scope="col">{t('documents')}</th>
          <th scope="col">
            <span className={styles.hidden}>{t('more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <RouteRow key={type} rule={{ planClass, type }} />
        ))}
        <RouteRow rule={{ planClass, type: undefined }} />
      </tbody>
    </table>
  )
}
