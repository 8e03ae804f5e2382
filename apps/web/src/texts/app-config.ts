import type {} from 'use-intl'
import type { en } from './en/index.ts'

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof en
  }
}
