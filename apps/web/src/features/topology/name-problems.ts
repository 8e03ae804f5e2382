import { isSectionName, sectionKind } from '@strata/layered-config'

const longest = 256

/** Why a zone cannot be called so; undefined when it can. */
export function zoneProblem(name: string): 'missing' | 'node' | 'reserved' | 'long' | undefined {
  if (name === '') return 'missing'
  if (name.includes('@')) return 'node'
  if (!isSectionName(name) || sectionKind(name) !== 'zone') return 'reserved'
  return name.length > longest ? 'long' : undefined
}

/** Why a node cannot be called so; undefined when it can. A node is called `name@host`. */
export function nodeProblem(name: string): 'noHost' | 'reserved' | 'long' | undefined {
  if (!/^[^@]+@[^@]+$/.test(name)) return 'noHost'
  if (!isSectionName(name)) return 'reserved'
  return name.length > longest ? 'long' : undefined
}

/** The names in a text: one a line, or apart by spaces or commas; each once. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))]
}
