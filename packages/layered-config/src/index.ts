export { type Category, type Sections, sectionLayers, sectionValues, storedConfig } from './category.ts'
export {
  configWithDefaultSection,
  configWithDefaults,
  configWithEffective,
  effectiveSection,
  inheritedBySection,
} from './config-reads.ts'
export { documentDifference, patchedDocument, patchedSection, sectionDifference } from './config-writes.ts'
export { type IsDeclared, isReadByNobody, keyOfPlace, placeOfKey } from './default-key.ts'
export { diff } from './diff.ts'
export { emptySections, withoutEmptiedSections } from './emptied-sections.ts'
export { type EquivalentRequest, equivalentRequest } from './equivalent-request.ts'
export { type Inspection, inspect } from './inspect.ts'
export { type KnownNode, possibleZones, sectionZones } from './known-nodes.ts'
export type { Layer } from './layer.ts'
export { isBranch, isGroup, isSecretMarker, member } from './leaf.ts'
export { isBuiltIn, type LayerName, type LayerValue, type LeafFacts, leafFacts } from './leaf-facts.ts'
export {
  applyLeafOperations,
  type LeafOperation,
  type LeafOutcome,
  leafOperationSteps,
  zonesSayingOtherwise,
} from './leaf-operations.ts'
export { countOverrides, type Leaf, leaves, overridesOf, sectionsWithOverrides } from './leaves.ts'
export { type LostLeaf, lostByWholeWrite } from './lost-leaves.ts'
export { mergePatch } from './merge-patch.ts'
export { mergeRecursive } from './merge-recursive.ts'
export { mergeShallow } from './merge-shallow.ts'
export { type MixedShape, mixedShapes } from './mixed-shapes.ts'
export { type NodeCounts, nodeCounts } from './node-counts.ts'
export { overridingSections } from './overriding-sections.ts'
export { type ReadKeys, readingsAtKey, readKeys } from './read-keys.ts'
export { type ReadsMembers, readPointer } from './read-pointer.ts'
export { type LeafQuestion, type Reading, type Readings, readingsOf } from './readings.ts'
export {
  type Override,
  pinsOfSchemaDefaults,
  type ReadCategory,
  readersOf,
  redundantOverrides,
} from './redundant-overrides.ts'
export { type EffectGroup, type RuntimeEffect, runtimeEffects } from './runtime-effects.ts'
export { type RuntimeLeaf, runtimeLeaf } from './runtime-leaf.ts'
export { type RuntimeAnswer, type RuntimeQuestion, runtimeLookup } from './runtime-lookup.ts'
export { sectionOperations } from './section-change.ts'
export {
  isSectionName,
  isValidatedByKazoo,
  type NameFault,
  nameFault,
  type SectionKind,
  sectionKind,
} from './section-name.ts'
export { copySection, promote } from './section-operations.ts'
export {
  type KeyRules,
  keyIn,
  placeIn,
  type SectionReader,
  sectionReader,
  sectionReaders,
  sectionsBelow,
} from './section-reader.ts'
export { type NearDuplicate, nearDuplicates, type Promotion, promotions } from './shared-overrides.ts'
export { type StoredChange, storedChanges } from './stored-changes.ts'
export { changeZoneInstead, type MaskedOverride, moveZoneValue } from './unmasking.ts'
export { type WayBack, wayBack } from './way-back.ts'
