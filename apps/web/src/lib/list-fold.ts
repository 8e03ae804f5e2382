import { storedChoice } from './stored-choice.ts'

/** Whether the list beside the page is there, or folded away so that the page has its room. */
export const listFold = storedChoice('strata.list', ['shown', 'folded'])
