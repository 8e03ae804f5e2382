/** Texts about documents that CouchDB keeps in several versions. */
export const versions = {
  note: 'CouchDB holds {count, number} versions of this document; nodes read the one shown.',
  compare: 'Compare versions',
  title: 'Versions of this document',
  text: 'Servers changed it while they could not reach each other, and CouchDB kept what each of them stored. Keep one: it is what everybody reads from then on.',
  notShown:
    '{count, plural, one {One more version is} other {# more versions are}} not shown: too many, or none that could be read in this place.',
  other: 'Compare with',
  read: 'The version that is read',
  another: 'Another version',
  saved: 'Saved {time}',
  savedUnknown: 'It does not say when it was saved',
  revision: 'Revision {revision}',
  keepRead: 'Keep the version that is read',
  keepOther: 'Keep the other version',
  difference: 'From the version that is read to the other one',
  same: 'Both say the same.',
  confirm: {
    title: 'Keep this version alone?',
    read: 'It stays as it is. {count, plural, one {The other version is} other {The # other versions are}} removed for good.',
    other:
      'It replaces the version that is read. {count, plural, one {That one is} other {That one and the others are}} removed for good.',
    keep: 'Keep it',
    back: 'Back to the versions',
  },
  kept: 'Kept one version',
  keptText: 'The others are removed.',
  failed: 'The choice did not go through',
  changed: 'The document changed in the meantime. Look at its versions again.',
} as const
