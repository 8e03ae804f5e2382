import { expect, type Locator, type Page } from '@playwright/test'

/** Opens a category's page and waits for its form. */
export async function openCategory(page: Page, category: string, search = ''): Promise<void> {
  await page.goto(`/system-configs/${category}${search}`)
  await expect(page.getByRole('heading', { name: category, level: 1 })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Filter settings' })).toBeVisible()
}

/** The row of a setting: its control, what the page says of it, its buttons. */
export function row(page: Page, pointer: string): Locator {
  return page.locator(`[data-pointer="${pointer}"]`)
}

/** Where the values that are edited are chosen. */
export function scopeBar(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Section' })
}

/** Opens the picker of zones and nodes and searches in it. */
export async function findSection(page: Page, name: string): Promise<void> {
  await scopeBar(page).getByRole('button', { expanded: false }).click()
  await page.getByRole('searchbox', { name: 'Find a zone or a node' }).fill(name)
}

/** Opens the scope of a section that nobody knows yet. */
export async function addSection(page: Page, name: string): Promise<void> {
  await findSection(page, name)
  await page.getByRole('option', { name: `Add section “${name}”` }).click()
  await expect(scopeBar(page)).toContainText(name)
}

/** Chooses a known zone or node. */
export async function chooseSection(page: Page, name: string): Promise<void> {
  await findSection(page, name)
  await page.getByRole('option', { name: name }).first().click()
}

/** Saves by the button and waits until the server stored it. */
export async function save(page: Page): Promise<void> {
  await saveBar(page).getByRole('button', { name: 'Save' }).click()
  await expectStored(page)
}

export async function expectStored(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('alertdialog')
      .filter({ hasText: /^Saved/ })
      .first(),
  ).toBeVisible()
  await expect(saveBar(page)).toBeHidden()
}

export function saveBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Unsaved changes' })
}

/** Opens the JSON beside the form and gives its editor. */
export async function openJson(page: Page): Promise<Locator> {
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Form + JSON' }).click()
  const editor = page.getByRole('textbox', { name: /JSON/ })
  await expect(editor).toBeVisible()
  return editor
}

/** Puts a text in the place of all of an editor's. */
export async function replaceText(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}
