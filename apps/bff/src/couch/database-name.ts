/** Whether CouchDB allows a database of this name: lower case, beginning with a letter, or one of its own (`_users`). */
export function isDatabaseName(name: string): boolean {
  return /^(_|[a-z])[a-z0-9_$()+/-]*$/.test(name) && name.length <= 238
}
