import { createContext, type ReactNode, useContext, useState } from 'react'

/** What of a form was opened and closed by hand, by pointer: it lasts while other forms take the form's place. */
export interface Folds {
  /** Undefined where nobody chose. */
  readonly chosen: (pointer: string) => boolean | undefined
  readonly choose: (pointer: string, isOpen: boolean) => void
  /** Opens or closes everything, whatever was chosen before. */
  readonly chooseAll: (isOpen: boolean) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createFolds(): Folds {
  const listeners = new Set<() => void>()
  const chosen = new Map<string, boolean>()
  let all: boolean | undefined

  function tell() {
    for (const listener of listeners) listener()
  }

  return {
    chosen: (pointer) => chosen.get(pointer) ?? all,
    choose(pointer, isOpen) {
      chosen.set(pointer, isOpen)
      tell()
    },
    chooseAll(isOpen) {
      chosen.clear()
      all = isOpen
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const FoldsContext = createContext<Folds | undefined>(undefined)

/** For a page that opens and closes all of it, or that keeps what was chosen from form to form. */
export const FoldsProvider = FoldsContext.Provider

/** Around a form: the page's folds, or its own where the page has none. */
export function FormFolds({ children }: { children: ReactNode }) {
  const [own] = useState(createFolds)
  return <FoldsProvider value={useContext(FoldsContext) ?? own}>{children}</FoldsProvider>
}

export function useFolds(): Folds {
  const folds = useContext(FoldsContext)
  if (folds === undefined) throw new Error('Something that folds stands outside of any form.')
  return folds
}
