import { env } from 'node:process'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The host stays the browser's: the server compares it with the origin of a write.
const server = { target: `http://127.0.0.1:${env.STRATA_PORT ?? '8000'}`, changeOrigin: false }

export default defineConfig({
  plugins: [react(), onlyLocales(['en-US']), plainDescriptions()],
  build: {
    target: 'es2023',
    // The page's Content-Security-Policy takes fonts, images and scripts from its own origin only: no data: URLs.
    assetsInlineLimit: 0,
    // One style sheet keeps the order of the rules the same whatever page is opened first.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v2': server, '/console': server },
  },
})

/** Leaves React Aria's own texts out in every language but these: 13 KB (gzip) that nobody would read. */
function onlyLocales(locales: readonly string[]): Plugin {
  const empty = '\0empty-locale'
  return {
    name: 'only-locales',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const locale = /\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(source)?.[1]
      const isTexts = locale !== undefined && /react-(aria|stately)/.test(importer ?? '')
      return isTexts && !locales.includes(locale) ? empty : undefined
    },
    load: (id) => (id === empty ? 'export default {}' : undefined),
  }
}

/** Leaves out the Markdown renderer that RJSF brings for descriptions: 27 KB (gzip), and ours are plain text. */
function plainDescriptions(): Plugin {
  const plain = '\0plain-descriptions'
  return {
    name: 'plain-descriptions',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 'markdown-to-jsx/react' ? plain : undefined),
    load: (id) => (id === plain ? 'export const Markdown = ({ children }) => children' : undefined),
  }
}
