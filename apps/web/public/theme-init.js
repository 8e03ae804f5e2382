// Runs before the first paint, so that the page never flashes in the other theme. lib/theme.ts takes over afterwards.
;(() => {
  let preference = null
  try {
    preference = localStorage.getItem('strata.theme')
  } catch {
    // Storage may be switched off: follow the system.
  }
  const dark = preference === 'dark' || (preference !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
