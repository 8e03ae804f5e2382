import type { ComparedSide } from './routes.ts'

interface SideNames {
  readonly left: string
  readonly right: string
}

/** What tells the sides of a comparison apart: their sections, their categories where the sections are called the same, or both. */
export function sideNames(left: ComparedSide, right: ComparedSide): SideNames {
  if (left.category === right.category) return { left: left.section, right: right.section }
  if (left.section === right.section) return { left: left.category, right: right.category }
  return { left: `${left.category} · ${left.section}`, right: `${right.category} · ${right.section}` }
}
