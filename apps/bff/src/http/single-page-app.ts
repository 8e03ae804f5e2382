import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/**
 * Serves the built browser application: its files, and its page for every other address that a browser navigates to.
 * - files under `assets/` carry their digest in their name and never change
 */
export function singlePageApp(webRoot: string): RequestHandler {
  const router = Router()
  router.use('/assets', express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  router.use(express.static(webRoot, { index: false }))
  router.get('/*path', sendPage(webRoot))
  router.get('/', sendPage(webRoot))
  return router
}

function sendPage(webRoot: string): RequestHandler {
  return (request, response, next) => {
    const isNavigation = !request.path.startsWith('/assets/') && request.accepts(['html']) !== false
    if (isNavigation) response.sendFile('index.html', { root: webRoot, headers: { 'Cache-Control': 'no-cache' } })
    else next()
  }
}
