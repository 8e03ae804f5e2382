/** The month that databases are named by: `YYYYMM`, as KAZOO counts in UTC. */
export function databaseMonth(date: Date): string {
  return date.toISOString().slice(0, 7).replace('-', '')
}
