/** Ids of the parts of a field, from the id of its control. */
export function partIds(id: string) {
  return {
    label: `${id}:label`,
    help: `${id}:help`,
    errors: `${id}:errors`,
    content: `${id}:content`,
    summary: `${id}:summary`,
  }
}
