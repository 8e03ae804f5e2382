const SECONDS_BEFORE_1970 = 62_167_219_200

/** KAZOO's time: whole seconds since the year 0. */
export function toGregorianSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000) + SECONDS_BEFORE_1970
}

/** The time that KAZOO's seconds say; undefined for what is no such number. */
export function fromGregorianSeconds(seconds: unknown): Date | undefined {
  const time = new Date(typeof seconds === 'number' ? (seconds - SECONDS_BEFORE_1970) * 1000 : Number.NaN)
  return Number.isNaN(time.getTime()) ? undefined : time
}
