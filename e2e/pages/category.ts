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

/** Adds a section by the dialog and waits until its form is there. */
export async function addSection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a section' }).click()
  const dialog = page.getByRole('dialog', { name: /^Add a section to/ })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Add section' }).click()
  await expect(dialog).toBeHidden()
}

/** Chooses a section of a kind in the scope bar. */
export async function chooseSection(page: Page, kind: 'Zone' | 'Node', name: string): Promise<void> {
  const scope = page.getByRole('navigation', { name: 'Section' })
  await scope.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
  await page.getByRole('menuitemradio', { name, exact: false }).click()
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
      .filter({ hasText: /^Stored/ })
      .first(),
  ).toBeVisible()
  await expect(saveBar(page)).toBeHidden()
}

export function saveBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Unsaved changes' })
}

/** Opens the JSON beside the form and gives its editor. */
export async function openJson(page: Page): Promise<Locator> {
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'JSON' }).click()
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
