import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { useStorageDocument } from './document-context.ts'
import styles from './problems-note.module.css'
import { usePlaceWords } from './use-place-words.ts'

interface ProblemsNoteProps {
  problems: readonly FormError[]
  /** Whether the fields are in sight to be shown. */
  isForm: boolean
}

/** Everything that stands in the way of a save, each with the way to where it can be mended. */
export function ProblemsNote({ problems, isForm }: ProblemsNoteProps) {
  const t = useTranslations('storage.problems')
  const placeWords = usePlaceWords()
  const { showPlace } = useStorageDocument()
  if (problems.length === 0) return null
  return (
    <section className={styles.note} role="alert">
      <TriangleAlert aria-hidden="true" />
      <div className={styles.body}>
        <h2 className={styles.title}>{t('title', { count: problems.length })}</h2>
        <ul>
          {problems.map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`} className={styles.problem}>
              <span>
                <b>{placeWords(pointer)}</b> {message}
              </span>
              {isForm ? (
                <Button size="sm" variant="quiet" onPress={() => showPlace(pointer)}>
                  {t('goTo')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
