/** What the words of system configs mean: shown where they first stand on a page. */
export const glossary = {
  category:
    'One document of system configs: the settings of one part of KAZOO, such as ecallmgr, for the whole cluster.',
  section:
    'Part of a category: “default” for every node, one for each zone, and one for each node that has values of its own.',
  zone: 'Where nodes run together, such as one data centre. The values of its section hold for each of its nodes.',
  node: 'One running KAZOO or media server, named as Erlang does: kazoo_apps@host.example.net.',
  override:
    'A value that is stored in a section. What no section stores is answered by the schema, or by KAZOO’s code.',
  reads:
    'What a running node gets when it asks for a setting: from its own section, else its zone’s, else “default”, else KAZOO’s built-in.',
  builtIn:
    'The value in KAZOO’s own code, used where nothing is stored. The schema says what it should be; the code may differ.',
  pin: 'A stored value that equals the schema default. It looks idle, but keeps nodes from a built-in that may differ.',
  inherited: 'What a section’s node would read if the section said nothing: the answer of the layers below it.',
  whole:
    'KAZOO reads some settings as one object. The first layer that has it answers for all of it; nothing is merged.',
  hidden: 'A value that a node does not read, because a section nearer to the node sets the same key.',
} as const

/** How they are called at the head of a line. */
export const glossaryNames: Readonly<Record<keyof typeof glossary, string>> = {
  category: 'Category',
  section: 'Section',
  zone: 'Zone',
  node: 'Node',
  override: 'Override',
  reads: 'What a node reads',
  builtIn: 'KAZOO’s built-in',
  pin: 'Pin',
  inherited: 'Inherited',
  whole: 'Read as a whole',
  hidden: 'Hidden',
}

/** In the order in which they explain each other. */
export const glossaryTerms = [
  'category',
  'section',
  'zone',
  'node',
  'override',
  'inherited',
  'reads',
  'builtIn',
  'pin',
  'whole',
  'hidden',
] as const satisfies readonly (keyof typeof glossary)[]
