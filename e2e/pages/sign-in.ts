import type { Page } from '@playwright/test'
import type { SignIn } from '../sign-in.ts'

/** Fills the sign-in form and sends it. */
export async function fillSignIn(page: Page, { account, username, password }: SignIn): Promise<void> {
  await page.getByLabel('Account').fill(account)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Goes from the form for passwords to the one for tokens, and sends a token as it would be pasted. */
export async function signInWithToken(page: Page, token: string): Promise<void> {
  await page.getByRole('button', { name: 'I have a token' }).click()
  await page.getByLabel('Token').fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
