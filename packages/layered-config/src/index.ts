export { type Category, type Sections, sectionLayers, storedConfig } from './category.ts'
export {
  configWithDefaultSection,
  configWithDefaults,
  configWithEffective,
  effectiveSection,
  inheritedBySection,
} from './config-reads.ts'
export { documentDifference, patchedDocument, patchedSection, sectionDifference } from './config-writes.ts'
export { diff } from './diff.ts'
export { type Inspection, inspect, type Layer } from './inspect.ts'
export { applyLeafOperations, type LeafOperation, type LeafOutcome } from './leaf-operations.ts'
export { countOverrides, type Leaf, leaves } from './leaves.ts'
export { mergePatch } from './merge-patch.ts'
export { mergeRecursive } from './merge-recursive.ts'
export { mergeShallow } from './merge-shallow.ts'
export { type RuntimeAnswer, type RuntimeQuestion, runtimeLookup } from './runtime-lookup.ts'
export { isSectionName, isValidatedByKazoo, type SectionKind, sectionKind } from './section-name.ts'
