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
  tooDifferent: 'More than {count, number} lines differ: too many to show.',
  unchangedLines: '{count, plural, one {# line that stays} other {# lines that stay}}',
  restored: {
    text: '{count, plural, one {Restored your unsaved change from {time}.} other {Restored your # unsaved changes from {time}.}}',
    moved: 'The stored document has changed since; they now stand on top of it. Look at them before you save.',
    secrets:
      '{count, plural, one {A secret that you typed was not kept; type it again: {places}.} other {Secrets that you typed were not kept; type them again: {places}.}}',
    discard: 'Discard',
    dismiss: 'Close this note',
  },
  steps: { undo: 'Undo', redo: 'Redo' },
  triState: { inherit: 'Inherit', on: 'On', off: 'Off' },
  unsavedGuard: {
    title: 'Leave without saving?',
    text: 'The changes you made here are not saved. If you leave, they are lost.',
    leave: 'Leave and lose them',
    textKept:
      'Nothing of it is stored. Your changes stay in this browser and are there again when you come back, except secrets that you typed.',
    leaveKept: 'Leave',
    stay: 'Stay here',
  },
} as const
