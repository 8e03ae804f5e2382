import type { HandlerKind } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import { KindGrid } from './kind-grid.tsx'
import styles from './start-here.module.css'

interface StartHereProps {
  /** The plan that would count if there were a document. */
  idlePlan: string | undefined
  onChoose: (kind: HandlerKind) => void
}

/** Where there is no document yet: what that means, and the way to the first back-end. */
export function StartHere({ idlePlan, onChoose }: StartHereProps) {
  const t = useTranslations('storage.start')
  const backEnds = useTranslations('storage.backEnds')
  const { place, isReadOnly } = useStorageDocument()
  const title = t(place.scope === 'plan' ? 'planTitle' : 'title')
  return (
    <section className={styles.start} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {idlePlan === undefined ? null : <p className={styles.text}>{t('idlePlan', { name: idlePlan })}</p>}
      {isReadOnly ? (
        <p className={styles.text}>{t('readOnly')}</p>
      ) : (
        <>
          <p className={styles.text}>{t('text')}</p>
          <ol className={styles.steps}>
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
