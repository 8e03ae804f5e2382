import { storedChoice } from './stored-choice.ts'

/** Whether single letters act as shortcuts. They can be switched off, for those who speak to their computer. */
export const singleKeys = storedChoice('strata.single-keys', ['on', 'off'])
