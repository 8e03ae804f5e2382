/**
 * Which KAZOO reads a plan. Version 5 knows rules by month and by name and copies of changes besides; what it makes of
 * them beside each other is not known from its source.
 */
export type KazooVersion = '4.3' | '5'
