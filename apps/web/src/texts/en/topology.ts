/** Texts of the page that says which node is in which zone. */
export const topology = {
  title: 'Topology',
  subtitle: 'Which zone each node runs in, so that Strata can tell what the node reads. Nothing here moves a node.',
  unplaced: 'Zone unknown',
} as const
