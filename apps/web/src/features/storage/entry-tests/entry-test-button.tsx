import type { JsonObject } from '@strata/json'
import { FlaskConical, Square } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { testPath } from '../pages/place.ts'
import { testStateOf } from './entry-test.ts'

interface EntryTestButtonProps {
  map: EntryMap
  id: string
  entry: JsonObject
  title: string
}

/** Tests an entry as it stands in the draft; while that runs, the same button stops it. */
export function EntryTestButton({ map, id, entry, title }: EntryTestButtonProps) {
  const t = useTranslations('storage.test')
  const { place, tests } = useStorageDocument()
  if (testPath(place) === undefined) return null
  const test = tests.of(map, id)
  const isRunning = testStateOf(test, entry) === 'running'
  const word = isRunning ? 'stop' : test === undefined ? 'run' : 'again'
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={isRunning ? <Square /> : <FlaskConical />}
      aria-label={t(`${word}Label`, { name: title })}
      onPress={() => (isRunning ? tests.stop(map, id) : tests.run(map, id, entry))}
    >
      {t(word)}
    </Button>
  )
}
