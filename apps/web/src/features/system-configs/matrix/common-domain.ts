/** The end that all hosts share, from a dot on, such as `.example.net`: it tells nobody apart. Empty where there is none. */
export function commonDomain(nodes: readonly string[]): string {
  const [first, ...others] = nodes.map((name) => name.slice(name.indexOf('@') + 1).split('.'))
  if (first === undefined || others.length === 0) return ''
  const shared = first.findIndex(
    (_, at) =>
      at > 0 && others.every((host) => host.length > first.length - at && endsAlike(first, host, first.length - at)),
  )
  return shared === -1 ? '' : `.${first.slice(shared).join('.')}`
}

function endsAlike(one: readonly string[], other: readonly string[], count: number): boolean {
  return one.slice(-count).join('.') === other.slice(-count).join('.')
}
