import { env } from 'node:process'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${env.STRATA_PORT ?? '8000'}`

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // The page's Content-Security-Policy takes fonts, images and scripts from its own origin only: no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v2': server, '/console': server },
  },
})
