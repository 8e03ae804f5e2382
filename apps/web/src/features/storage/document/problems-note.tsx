import { formatPointer, parsePointer } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import type { HandlerKind } from '@strata/storage-plan'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { kindOf, nameOf } from '../entries/back-end-kinds.tsx'
import { settingsHints } from '../entries/use-settings-hints.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import { useStorageDocument } from './document-context.ts'
import { objectAt } from './document-parts.ts'
import styles from './problems-note.module.css'

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

/** What a place in the document is called: `EU recordings · Bucket`. */
function usePlaceWords(): (pointer: string) => string {
  const { fields } = useStorageDocument()
  const routes = useRouteWords()
  const settings = useTranslations('storage.settings')

  function entryWords([map = '', id = '', ...rest]: readonly string[]): string[] {
    const pointer = formatPointer([map, id])
    const entry = objectAt(fields, pointer)
    const name = nameOf(entry) ?? id
    const last = rest.at(-1)
    return last === undefined ? [name] : [name, settingTitle(kindOf(entry), last)]
  }

  function settingTitle(kind: HandlerKind | undefined, key: string): string {
    const title = kind === undefined ? undefined : settingsHints(kind, settings)[key]?.title
    return title ?? humanise(key)
  }

  return (pointer) => {
    const tokens = parsePointer(pointer)
    const [first = '', second, third, fourth, ...rest] = tokens
    if ((first === 'attachments' || first === 'connections') && second !== undefined) {
      return entryWords(tokens).join(' · ')
    }
    if (first === 'plan' && second !== undefined) {
      const type = third === 'types' ? fourth : undefined
      const last = type === undefined ? tokens.slice(2).at(-1) : rest.at(-1)
      const route = [routes.classTitle(second), routes.title({ planClass: second, type })]
      return [...route, ...(last === undefined ? [] : [humanise(last)])].join(' · ')
    }
    return first === '' ? '' : tokens.map(humanise).join(' · ')
  }
}
