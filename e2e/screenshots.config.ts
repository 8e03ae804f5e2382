import { defineConfig } from '@playwright/test'
import journeys from '../playwright.config.ts'

/** Takes the pictures of docs/screenshots; no part of the tests. */
export default defineConfig(journeys, { testDir: '.', testMatch: 'screenshots.ts' })
