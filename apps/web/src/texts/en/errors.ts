/** What happened and what to do, by `ApiErrorKind`. The server's own sentence stands between the two where there is one. */
export const errors = {
  title: {
    invalid: 'The server did not accept this',
    unauthenticated: 'You are signed out',
    forbidden: 'You may not see this',
    'not-found': 'This does not exist',
    conflict: 'Somebody changed this in the meantime',
    'too-large': 'This is too large',
    'too-many': 'Too many requests',
    offline: 'The server does not answer',
    unavailable: 'The store cannot be reached',
    unexpected: 'Something went wrong',
  },
  remedy: {
    invalid: 'Correct what is marked and try again.',
    unauthenticated: 'Sign in again to go on.',
    forbidden: 'Ask somebody who administers it, or choose something else.',
    'not-found': 'It may have been removed. Choose another from the list.',
    conflict: 'Load the current version and make your change again.',
    'too-large': 'A document may have at most 8 MB. Store less in it.',
    'too-many': 'Wait a few seconds and try again.',
    offline: 'Check that Strata is running and that you are connected to its network. This page tries again by itself.',
    unavailable: 'Strata runs, but its database does not answer. This page tries again by itself.',
    unexpected: 'Try again. If it stays, give the request id to whoever runs this Strata.',
  },
  page: {
    title: 'This page broke',
    remedy: 'The rest of the console still works. Load the page again; if it breaks again, report the message below.',
    reload: 'Load again',
  },
} as const
