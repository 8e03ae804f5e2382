import { layeredStorage, type RouteProblem, untypedClasses } from '@strata/storage-plan'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'
import styles from '#web/components/save-bar.module.css'
import { ProblemText } from '../where/problem-text.tsx'
import { useStorageDocument } from './document-context.ts'
import { textOf } from './document-parts.ts'

/** Says of each class of databases that nodes crash on it, because of this document as it stands. */
export function CrashNote({ isForm }: { isForm: boolean }) {
  const t = useTranslations('storage.problems')
  const { place, fields, showPlace } = useStorageDocument()
  const named = [{ layer: place.scope, name: textOf(fields.name) ?? '' }]
  return useOwnCrashes().map((problem) => (
    <Note
      key={problem.id}
      tone="bad"
      action={
        isForm ? (
          <Button size="sm" variant="quiet" onPress={() => showPlace(problem.pointer)}>
            {t('goTo')}
          </Button>
        ) : undefined
      }
    >
      <ProblemText problem={{ ...problem, layer: problem.layer ?? null }} layers={named} />
    </Note>
  ))
}

/** The same in the save bar, in a few words. */
export function CrashCount() {
  const t = useTranslations('storage.saveBar')
  return useOwnCrashes().length === 0 ? null : <span className={styles.bad}> · {t('crashes')}</span>
}

function useOwnCrashes(): RouteProblem[] {
  const { layers } = useStorageDocument()
  return useMemo(() => {
    const own = layers.at(-1)?.name
    return untypedClasses(layeredStorage(layers)).filter(({ layer }) => layer !== undefined && layer === own)
  }, [layers])
}
