import { setTimeout as pause } from 'node:timers/promises'
import { isJsonObject, type JsonValue } from '@strata/json'
import type { CouchClient } from './couch-client.ts'

/** In milliseconds. */
export interface FeedTimes {
  /** So often CouchDB sends an empty line where nothing changes. */
  readonly heartbeat: number
  /** A feed that brought nothing for so long has gone. */
  readonly silence: number
  /** In a cluster the node that is asked may lag behind the one that told: so long after, it is asked once more. */
  readonly lag: number
  /**
   * So long a feed is believed that tells nothing. It may go on beating for a database that is not there any more, where
   * another one took its name or it was taken back to an earlier state: only `changes` finds that.
   */
  readonly trusted: number
  /** Before it is opened again, the first time, the second and so on; the last one from then on. */
  readonly pauses: readonly number[]
}

const usual: FeedTimes = {
  heartbeat: 10_000,
  silence: 25_000,
  lag: 2000,
  trusted: 30_000,
  pauses: [1000, 2000, 4000, 8000, 16_000, 30_000],
}

/** A feed that was heard for so long begins with the first pause again (milliseconds). */
const lasting = 60_000
/** Characters of a line. A change is told without its document; one line may name many revisions. */
const longestLine = 1_000_000

interface Options {
  /** Must never go back: what is believed by it would be believed for longer. */
  readonly now?: () => number
  readonly feedTimes?: Partial<FeedTimes>
}

/** What CouchDB tells by itself of changes in its databases. It is a signal only: what changed is asked for. */
export type Feeds = ReturnType<typeof createFeeds>

export function createFeeds(client: CouchClient, { now = () => performance.now(), feedTimes = {} }: Options) {
  const feeds = new Map<string, Feed>()
  const times = { ...usual, ...feedTimes }
  let isEnded = false

  function begin(database: string): Feed {
    const query = new URLSearchParams({ feed: 'continuous', since: 'now', heartbeat: String(times.heartbeat) })
    const path = `${encodeURIComponent(database)}/_changes?${query}`
    const feed = createFeed((signal) => client.listen(path, signal), { now, times })
    feeds.set(database, feed)
    return feed
  }

  return {
    /** As `Database.mark`. A database is listened to from the first time on. */
    mark: (database: string): string | undefined =>
      isEnded ? undefined : (feeds.get(database) ?? begin(database)).mark(),
    /** The database may have changed. */
    tell: (database: string): void => feeds.get(database)?.tell(),
    /** Breaks all of them off. */
    end(): void {
      isEnded = true
      for (const feed of feeds.values()) feed.end()
    },
  }
}

type Feed = ReturnType<typeof createFeed>

interface FeedTiming {
  readonly now: () => number
  readonly times: FeedTimes
}

/** Listens at once, and again whenever that ends. */
function createFeed(open: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>, { now, times }: FeedTiming) {
  const ending = new AbortController()
  let attempt = new AbortController()
  let isHeard = false
  let news = 0
  let newsAt = now()

  function tell(): void {
    news += 1
    newsAt = now()
  }

  /** Only its first line says from where on it tells, so something may have changed before. */
  function hear(line: string): void {
    if (line !== '' && !isChange(line)) throw new Error('This is no line of a feed.')
    if (line !== '' || !isHeard) tell()
    isHeard = true
  }

  async function listen(): Promise<void> {
    attempt = new AbortController()
    const silence = setTimeout(() => attempt.abort(), times.silence).unref()
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const bytes of await open(attempt.signal)) {
        silence.refresh()
        const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) hear(line.trim())
        if (rest.length > longestLine) return
      }
    } finally {
      clearTimeout(silence)
      isHeard = false
    }
  }

  /** What went wrong is nobody's news: whoever reads asks, and is told. */
  async function goOn(): Promise<void> {
    for (let again = 0; !ending.signal.aborted; again++) {
      const began = now()
      await listen().catch(() => undefined)
      if (now() - began > lasting) again = 0
      const wait = times.pauses[again] ?? times.pauses.at(-1)
      await pause(wait, undefined, { ref: false, signal: ending.signal }).catch(() => undefined)
    }
  }

  void goOn()
  return {
    mark() {
      if (!isHeard) return undefined
      const age = now() - newsAt
      const looks = age < times.lag ? 0 : 1 + Math.floor(age / times.trusted)
      return `${news} ${looks}`
    },
    tell,
    end() {
      ending.abort()
      attempt.abort()
    },
  }
}

function isChange(line: string): boolean {
  try {
    const value: JsonValue = JSON.parse(line)
    return isJsonObject(value) && value.seq !== undefined
  } catch {
    return false
  }
}
