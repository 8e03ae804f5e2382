/** Who signs in, and with what. */
export interface SignIn {
  readonly account: string
  readonly username: string
  readonly password: string
}
