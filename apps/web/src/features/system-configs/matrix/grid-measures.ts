/** Pixels. Rows and columns all have one size each, so that none has to be measured. */
export const ROW_HEIGHT = 34
export const COLUMN_WIDTH = { usual: 92, veryWide: 112 }
/** The heading of a group of columns, and those of the columns below it. */
export const GROUP_HEIGHT = 28
export const HEAD_HEIGHT = GROUP_HEIGHT + 44
export const KEY_WIDTH = { wide: 216, narrow: 148 }
