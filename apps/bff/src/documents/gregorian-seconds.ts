const SECONDS_BEFORE_1970 = 62_167_219_200

/** KAZOO's time: whole seconds since the year 0. */
export function toGregorianSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000) + SECONDS_BEFORE_1970
}
