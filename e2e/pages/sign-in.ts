import type { Page } from '@playwright/test'
import type { SignIn } from '../strata.ts'

/** Fills the sign-in form and sends it. */
export async function fillSignIn(page: Page, { account, username, password }: SignIn): Promise<void> {
  await page.getByLabel('Account').fill(account)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
