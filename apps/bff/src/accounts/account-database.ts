/** Name of the database that holds an account's users and settings. */
export function accountDatabase(accountId: string): string {
  return `account/${accountId.slice(0, 2)}/${accountId.slice(2, 4)}/${accountId.slice(4)}`
}

/** Whether a text has the length of an account's id; KAZOO asks no more of it. */
export function isAccountId(text: string): boolean {
  return text.length === 32
}
