import { RE2JS } from 're2js'

/** Longest pattern that is looked at; names of databases are about half of that. */
const longestPattern = 100

/** What a pattern of a plan says of a name; undefined where it cannot be told here. */
export type NameMatcher = (pattern: string, name: string) => boolean | undefined

/**
 * Whether a pattern of KAZOO's (`regex` of a plan) is found anywhere in a name. KAZOO's engine is PCRE, this one RE2,
 * which takes no longer than the pattern and the name are long, whoever wrote the pattern.
 * - undefined: it is too long, wrong, or uses what RE2 does not know (looking around, back references)
 */
export const matchesName: NameMatcher = (pattern, name) => {
  if (pattern.length > longestPattern) return undefined
  try {
    return RE2JS.compile(pattern).matcher(name).find()
  } catch {
    return undefined
  }
}
