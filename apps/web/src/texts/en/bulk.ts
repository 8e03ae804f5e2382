/** Texts of what is done to several sections of a category at once. */
export const bulk = {
  menu: 'More for section {section}',
  unsavedAgain: 'Nothing is stored before you save; undo takes all of it back at once.',
  apply: {
    open: 'Apply its changes to other sections…',
    none: 'Nothing is changed in this section yet',
    count: '{count, plural, one {# unsaved change} other {# unsaved changes}}',
    title: 'Apply the changes of {section} to other sections',
    changes: 'The changes',
    set: '{key} becomes {value}',
    remove: '{key} is reset',
    filter: 'Filter nodes and zones',
    zone: 'Zone {zone}',
    unknownZone: 'Nodes whose zone nobody knows',
    zoneSection: 'the zone’s own section',
    allNodes: '{count, plural, one {Choose its node} other {Choose all # nodes}}',
    noNodes: '{count, plural, one {Leave its node out} other {Leave all # nodes out}}',
    overrides: '{count, plural, =0 {sets nothing yet} one {sets # key} other {sets # keys}}',
    nothing: 'No other node or zone is called so.',
    nobody:
      'No other node or zone is known. Sections that this category has, and the nodes of the topology, stand here.',
    more: '{count, plural, one {One more is not shown: filter to find it.} other {# more are not shown: filter to find them.}}',
    submit: '{count, plural, =0 {Choose where} one {Apply to # section} other {Apply to # sections}}',
  },
  copy: {
    open: 'Copy it to another section…',
    title: 'Copy section {section}',
    name: 'To the section',
    hint: 'A node (app@host) or a zone: a known one, or any other.',
    isNew: '{section} does not exist yet and gets {count, plural, one {# value} other {# values}}.',
    replaces:
      '{section} sets {count, plural, one {# key} other {# keys}} so far; afterwards it sets exactly what {from} sets.',
    same: '{section} sets the very same already.',
    secrets:
      '{count, plural, one {# secret is} other {# secrets are}} not copied, because the browser does not know {count, plural, one {it} other {them}}: set {count, plural, one {it} other {them}} in the new section yourself.',
    submit: 'Copy section',
    problem: {
      missing: 'Say which section.',
      itself: 'That is the section itself.',
      invalid: 'A section may not be called “id”, nor begin with “_” or “pvt_”: KAZOO keeps those for itself.',
    },
  },
  promote: {
    label: 'What could be set once for a zone',
    one: '{count, number} of {count, number} nodes of {zone} set {key} to {value}.',
    submit: 'Set it once for the zone',
    submitLabel: 'Set {key} once for zone {zone}',
    more: '{count, plural, one {Show one more} other {Show # more}}',
    fewer: 'Show the first only',
  },
} as const
