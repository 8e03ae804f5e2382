import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, getAt, type JsonObject } from '@strata/json'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { ApiError } from '#web/lib/api-error.ts'
import { useFailureWords } from '#web/lib/use-failure-words.ts'
import { testStorageEntry } from '../api/test-storage-entry.ts'
import { type EntryMap, objectAt } from '../document/document-parts.ts'
import { type StoragePlace, testPath } from '../pages/place.ts'
import { beginTest, type EntryTest, failedWhenSaved, refusedTest, storedTest, withLine } from './entry-test.ts'
import { failedTests } from './failed-tests.ts'

/** The tests of one document's back-ends and connections, as long as it is open. */
export interface EntryTests {
  readonly of: (map: EntryMap, id: string) => EntryTest | undefined
  readonly run: (map: EntryMap, id: string, entry: JsonObject) => void
  /** What was known before the test that runs holds again. */
  readonly stop: (map: EntryMap, id: string) => void
  /** Takes over what a refused save tells of the back-ends that it was to store. */
  readonly takeRefusal: (sent: JsonObject, errors: ValidationErrors) => void
  /** What was tested and then stored is still the same one, its secrets hidden or not. */
  readonly takeStored: (sent: JsonObject, stored: JsonObject) => void
}

type Tests = ReadonlyMap<string, EntryTest>

export function useEntryTests(place: StoragePlace): EntryTests {
  const t = useTranslations('storage.test')
  const words = useFailureWords()
  const [tests, setTests] = useState<Tests>(new Map())
  const running = useRunning()
  const path = testPath(place)

  const put = (key: string, test: EntryTest | undefined) =>
    setTests((before) => {
      const others = [...before].filter(([other]) => other !== key)
      return new Map(test === undefined ? others : [...others, [key, test]])
    })
  const update = (key: string, change: (test: EntryTest) => EntryTest) =>
    setTests((before) => {
      const test = before.get(key)
      return test === undefined ? before : new Map([...before, [key, change(test)]])
    })

  async function run(map: EntryMap, id: string, entry: JsonObject) {
    const key = formatPointer([map, id])
    if (path === undefined || running.has(key)) return
    const before = tests.get(key)
    const stopping = new AbortController()
    const { signal } = stopping
    running.set(key, stopping)
    put(key, beginTest(entry))
    try {
      const onLine: Parameters<typeof testStorageEntry>[1]['onLine'] = (line) =>
        update(key, (test) => withLine(test, line, Date.now()))
      await testStorageEntry({ path, map, id, entry }, { onLine, signal })
      update(key, (test) => refusedTest(test, t('cutOff'), Date.now()))
    } catch (error) {
      if (signal.aborted) put(key, before)
      else update(key, (test) => refusedTest(test, messageOf(error, key) ?? words(error), Date.now()))
    } finally {
      running.delete(key)
    }
  }

  return {
    of: (map, id) => tests.get(formatPointer([map, id])),
    run: (map, id, entry) => void run(map, id, entry),
    stop: (map, id) => running.get(formatPointer([map, id]))?.abort(),
    takeRefusal(sent, errors) {
      for (const [id, error] of failedTests(errors)) {
        const key = formatPointer(['attachments', id])
        put(key, failedWhenSaved(objectAt(sent, key), error, Date.now()))
      }
    },
    takeStored(sent, stored) {
      const asStored = (test: EntryTest, key: string) =>
        storedTest(test, { sent: getAt(sent, key), stored: objectAt(stored, key) })
      setTests((before) => new Map([...before].map(([key, test]) => [key, asStored(test, key)])))
    },
  }
}

/** What runs, by its place; all of it stops when the document is left. */
function useRunning(): Map<string, AbortController> {
  const running = useRef(new Map<string, AbortController>()).current
  useEffect(
    () => () => {
      for (const stopping of running.values()) stopping.abort()
    },
    [running],
  )
  return running
}

/** What the server has against an entry, each by its place in it; undefined where it failed otherwise. */
function messageOf(error: unknown, key: string): string | undefined {
  if (!(error instanceof ApiError)) throw error
  if (error.validation === undefined) return undefined
  return fromValidationErrors(error.validation)
    .map(({ pointer, message }) => {
      const place = pointer.startsWith(`${key}/`) ? pointer.slice(key.length + 1).replaceAll('/', '.') : ''
      return place === '' ? message : `${place}: ${message}`
    })
    .join(' ')
}
