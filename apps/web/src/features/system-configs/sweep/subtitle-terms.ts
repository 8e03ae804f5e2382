import { termTag } from '#web/components/term.tsx'

/** The terms in the line below the sweeper's title. */
export const subtitleTerms = { inherited: termTag('inherited'), pin: termTag('pin'), section: termTag('section') }
