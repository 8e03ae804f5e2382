/** Texts of the shared components. */
export const components = {
  cancel: 'Cancel',
  close: 'Close',
  clear: 'Clear',
  copy: 'Copy',
  copied: 'Copied',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  loading: 'Loading',
  notifications: 'Notifications',
  noMatches: 'Nothing matches',
  requestId: 'Request id',
  triState: { inherit: 'Inherit', on: 'On', off: 'Off' },
  jsonEditor: { loading: 'Loading the editor', failed: 'The editor could not be loaded.' },
} as const
