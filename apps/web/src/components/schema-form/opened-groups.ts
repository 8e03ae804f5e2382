import { createContext } from 'react'

/** The pointers of the groups that were opened by hand, for forms that follow each other in the same place. */
export const OpenedGroups = createContext<Set<string> | undefined>(undefined)
