import { setImmediate } from 'node:timers/promises'

/** Lets the server answer others, once work has gone on for a while without. */
export type Breathe = () => Promise<void>

/** Milliseconds of work at a stretch. */
const stretch = 10
/** Items that are worked on between two looks at the clock. */
const block = 256

/** For one piece of work that takes long: to be awaited between its steps, each of which takes little. */
export function createBreathe(): Breathe {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < stretch) return
    await setImmediate()
    since = performance.now()
  }
}

/** Carries out work that comes in steps, breathing between them. */
export async function inSteps<Result>(work: Generator<unknown, Result>, breathe: Breathe): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value
    await breathe()
  }
}

/** Does something small with each of many, breathing now and then; ends early once `work` gives `false`. */
export async function forEachInSteps<Item>(
  items: Iterable<Item>,
  work: (item: Item) => unknown,
  breathe: Breathe = createBreathe(),
): Promise<void> {
  let left = block
  for (const item of items) {
    if (work(item) === false) return
    left -= 1
    if (left > 0) continue
    await breathe()
    left = block
  }
}
