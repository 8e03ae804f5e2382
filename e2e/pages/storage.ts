import { expect, type Locator, type Page } from '@playwright/test'
import type { PageWatch } from '../watch-page.ts'

/** Opens an account's storage by finding it in the picker. */
export async function findAccount(page: Page, text: string, name: string): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Find an account' })
  await picker.fill(text)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** The card of a back-end or connection. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** Saves by the button and waits until the server stored it. */
export async function save(page: Page): Promise<void> {
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await bar.getByRole('button', { name: 'Save' }).click()
  await expect(bar).toBeHidden()
}

/** Saves, and saves all the same once the server has found that a back-end does not stand its test. */
export async function saveUntested(page: Page, watch: PageWatch): Promise<void> {
  watch.expects({ status: 400, path: /\/storage$/ })
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await bar.getByRole('button', { name: 'Save', exact: true }).click()
  await bar.getByRole('button', { name: 'Save without a test' }).click()
  await expect(bar).toBeHidden()
}

/** Chooses an entry of a route's select: where its files or documents go. */
export async function route(page: Page, field: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: entry }).click()
}

/** Chooses what kind of place a back-end is. */
export async function chooseKind(backEnd: Locator, kind: string): Promise<void> {
  await backEnd.getByRole('radiogroup', { name: 'Kind' }).getByText(kind, { exact: true }).click()
}

/** Opens the JSON of a document in place of its form, and gives its editor. */
export async function openDocumentJson(page: Page): Promise<Locator> {
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'JSON' }).click()
  const editor = page.getByRole('textbox', { name: /JSON/ })
  await expect(editor).toBeVisible()
  return editor
}
