import { type NameFault, nameFault } from '@strata/layered-config'

const faults = {
  invisible: 'has a character that nobody sees or that turns the writing direction',
  slash: 'has a slash',
  long: 'has more than 255 bytes',
} satisfies Record<NameFault, string>

/** Why nothing new, such as a `section`, gets a name that nobody can have meant; undefined where it may have it. */
export function unmeantName(name: string, what: string): string | undefined {
  const fault = nameFault(name)
  return fault && `This name ${faults[fault]}, so no new ${what} can have it: choose another.`
}
