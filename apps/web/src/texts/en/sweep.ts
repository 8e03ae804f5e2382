/** Texts of the page that finds what could be tidied in all categories. */
export const sweep = {
  title: 'Sweeper',
  subtitle:
    'What could be tidied: values that are the same as <inherited>inherited</inherited>, <pin>pins</pin>, <section>sections</section> that nobody reads. And what that would change.',
  kinds: {
    'equal-to-inherited': 'Same as inherited',
    'empty-section': 'Empty section',
    promotable: 'Shared by a whole zone',
    'near-duplicate': 'Odd one out',
    'wrong-type': 'Wrong type',
    'unknown-key': 'Unknown key',
    'unknown-node': 'Unknown node',
    'unknown-zone': 'Unknown zone',
    unread: 'Read by no node',
    'mixed-shape': 'Shapes that do not mix',
    pin: 'Pin of the schema default',
  },
  why: {
    'equal-to-inherited':
      'The layer below says the same. As long as this stands, later changes there do not reach the node; removing it changes nothing today.',
    'empty-section':
      'A section that stores nothing, left behind by what was removed from it. To every node it is the same as no section.',
    promotable:
      'Every known node of the zone sets the same value. Set once for the zone it is easier to change, and holds for the next node, too.',
    'near-duplicate':
      'One node says otherwise than the others of its zone. That may be meant: look at it in the editor.',
    'wrong-type': 'KAZOO does not take a value of this type and may fall back to its built-in one without a word.',
    'unknown-key':
      'No schema knows the key: a typing mistake, or left behind by another version. Make sure that nothing reads it.',
    'unknown-node':
      'A section of a node that the topology does not know. Should the node come back, its values are gone.',
    'unknown-zone':
      'A section of a zone that no known node is in, so no known node reads it: a typing mistake, or the topology does not say it yet.',
    unread:
      'KAZOO takes a key that begins with “default” for one that names its section already, so no node looks here. If the value is meant, set it in the same section without that first word.',
    'mixed-shape':
      'A value with keys of its own stands over a plain value or list of a layer below. KAZOO cannot merge the two: its own API answers 500 when asked for this category with its defaults. Give both the same shape.',
    pin: 'Equal to the schema default, with nothing below it. KAZOO’s code may carry another value, which nodes read once the pin is gone: remove one only if you know that value.',
  },
  filter: {
    kind: 'Only of one kind',
    chip: '{kind} {count, number}',
    category: 'Category',
    allCategories: 'All categories',
    categoryOption: '{category} ({count, number})',
    found: '{count, plural, one {# finding} other {# findings}}',
    none: 'Nothing of that kind',
    noneText: 'There are findings, but none that this filter lets through.',
    clear: 'Clear the filter',
  },
  selectSafe: 'Select all that change nothing',
  knowsNoNodes:
    'Strata knows no node yet: sections of unknown nodes, and values that a whole zone shares, cannot be found.',
  toTopology: 'Assign zones in the topology',
  list: {
    label: 'Findings',
    selectKind: 'Select all of the kind “{kind}”',
    selectCategory: 'Select “{kind}” in {category}',
    select: 'Select {key} in section {section} of {category}',
    key: 'Key',
    section: 'Section',
    stored: 'Stored',
    becomes: 'What it would become',
    count: '{count, number}',
    leftOut:
      '{count, plural, one {and # more in this category, listed once these are mended} other {and # more in this category, listed once these are mended}}',
    wholeSection: 'the whole section',
  },
  becomes: {
    same: 'removed: inherits the same',
    builtIn: 'removed: KAZOO’s built-in applies',
    removed: 'removed',
    unread: 'removed: no node reads it',
    mixed: 'open it and decide which of the two is meant',
    refused: 'removed: it cannot be converted ({keyword})',
    nothingStored: 'removed: it stores nothing',
    sectionRemoved: 'removed with all it sets',
    converted: '<b>{value}</b>',
    promoted: '{count, number} of {count, number} nodes of {zone} set <b>{value}</b> → set once for the zone',
    odd: '{count, plural, one {another node of its zone says} other {# other nodes of its zone say}} <b>{value}</b>',
  },
  selection: {
    label: 'Selected findings',
    summary:
      '<b>{count, plural, one {# finding} other {# findings}}</b> in {categories, plural, one {# category} other {# categories}}',
    leftOut:
      '{count, plural, one {# more does not fit into one change} other {# more do not fit into one change}} ({categories, number} categories, {operations, number} keys): apply these first',
    clear: 'Select none',
    review: 'Review',
  },
  review: {
    title: 'Review of the sweep',
    madeOf: '{count, plural, one {# finding} other {# findings}}',
    readAgain: 'Read the findings again',
  },
  empty: {
    title: 'Nothing to tidy',
    text: '{count, plural, =0 {No category is stored yet.} one {The one stored category was looked through: no override} other {All # stored categories were looked through: no override}}{count, plural, =0 {} other { says what it inherits, every key is known to its schema and has the right type, and no section is empty or belongs to an unknown node or zone.}}',
  },
} as const
