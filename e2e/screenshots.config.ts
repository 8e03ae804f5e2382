import { defineConfig } from '@playwright/test'
import journeys from '../playwright.config.ts'

/** Takes a picture of every page, into `screenshots`; no part of the tests. */
export default defineConfig(journeys, { testDir: '.', testMatch: 'screenshots.ts' })
