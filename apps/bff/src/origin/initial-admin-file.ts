import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How the first administrator signs in. */
export interface SignInDetails {
  readonly username: string
  readonly account: string
  readonly password: string
}

/** Where the first administrator's password waits when there was no terminal to print it to. */
export function initialAdminFile(folder: string): string {
  return join(folder, 'initial-admin')
}

/** Writes the sign-in so that only the server's own user can read it. */
export async function writeInitialAdmin(folder: string, { username, account, password }: SignInDetails): Promise<void> {
  const file = initialAdminFile(folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, `account: ${account}\nusername: ${username}\npassword: ${password}\n`, { mode: 0o600 })
  // The mode above counts only for a new file.
  await chmod(file, 0o600)
}

/** Removes it, if it is there. */
export async function removeInitialAdmin(folder: string): Promise<void> {
  await rm(initialAdminFile(folder), { force: true })
}
