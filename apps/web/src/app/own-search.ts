/**
 * What an address says, as its page reads it and nothing else: the router lays what a page reads over all that the address
 * says, so that what was left out, such as a place elsewhere to go to after the sign-in, would be there all the same.
 */
export function ownSearch<Search extends object>(read: (search: Record<string, unknown>) => Search) {
  return (search: Record<string, unknown>): Search => {
    const unread: object = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]))
    return { ...unread, ...read(search) }
  }
}
