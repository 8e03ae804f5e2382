import { expect, type Locator, type Page } from '@playwright/test'
import { untested } from '../allow-untested.ts'
import type { ApiClient } from '../api-client.ts'

/** An S3 back-end that exists nowhere. */
export const s3BackEnd = {
  id: 'e'.repeat(32),
  entry: {
    handler: 's3',
    name: 'EU recordings',
    settings: { bucket: 'invented-eu', region: 'eu-west-1', key: 'AKIAINVENTED', secret: 'invented-secret' },
  },
} as const

/** A plan of the system that sends voicemail, and whatever has no rule of its own, to an S3 bucket. Gives its id. */
export async function createPlan(api: ApiClient, name: string): Promise<string> {
  const { data } = await api.write('PUT', `/v2/storage/plans${untested}`, {
    name,
    attachments: { [s3BackEnd.id]: s3BackEnd.entry },
    plan: {
      modb: {
        attachments: { handler: s3BackEnd.id },
        types: { mailbox_message: { attachments: { handler: s3BackEnd.id } } },
      },
    },
  })
  return (data as { id: string }).id
}

/** The bar that asks where documents go, with its answer. */
export function where(page: Page): Locator {
  return page.getByRole('region', { name: 'Where does it go?' })
}

export async function openMap(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Map' }).click()
  await expect(map(page)).toBeVisible()
}

/** A type of documents on the map. */
export function mapEntry(page: Page, databaseClass: string, type: string): Locator {
  return map(page)
    .getByRole('region', { name: databaseClass })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Where ${type} goes` }) })
}

/** A back-end or connection on the map. */
export function mapPlace(page: Page, name: string): Locator {
  return map(page).getByRole('button', { name })
}

/** Sends the files of a type elsewhere, by the menu at its entry and the keyboard. */
export async function sendOnMap(page: Page, databaseClass: string, type: string, place: string): Promise<void> {
  await mapEntry(page, databaseClass, type).getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'Files go to' }).getByRole('menuitemradio', { name: place }).press('Enter')
}

/** Chooses the plan that an account follows. */
export async function assignPlan(page: Page, plan: string, { warns }: { warns?: string } = {}): Promise<void> {
  const strip = page.getByRole('region', { name: 'Storage plan' })
  await strip.getByRole('button', { name: /^(Choose a plan|Change)$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Plan$/ }).click()
  await page.getByRole('option', { name: plan }).click()
  if (warns !== undefined) await expect(dialog).toContainText(warns)
  await dialog.getByRole('button', { name: /^Follow (this|no) plan$/ }).click()
  await expect(dialog).toBeHidden()
}

function map(page: Page): Locator {
  return page.getByRole('region', { name: 'Routing map' })
}
