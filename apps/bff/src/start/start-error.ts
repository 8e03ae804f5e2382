/** Why the server cannot start, in one line for whoever starts it. */
export class StartError extends Error {
  override readonly name = 'StartError'
  /** `configuration` when a variable must be set otherwise. */
  readonly reason: 'configuration' | 'surroundings'

  constructor(reason: StartError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
