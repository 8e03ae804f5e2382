export { type AttachmentDocument, attachmentPath } from './attachment-path.ts'
export { brokenByRemoval } from './broken-by-removal.ts'
export type { RouteCircumstances } from './condition-holds.ts'
export {
  type Alternatives,
  alternativesIn,
  type NamedEntry,
  type UndecidedRule,
} from './conditional-routes.ts'
export { type DanglingReference, danglingInHighest, danglingReferences } from './dangling-references.ts'
export { type ClassifiedDatabase, classifyDatabase, type DatabaseClass } from './database-class.ts'
export type { Decided, Decider } from './decide.ts'
export { decidedPart, type RulePartName, rulePartPointer } from './decided-part.ts'
export { type DefinedEntry, definedEntries } from './defined-entries.ts'
export { documentTypes } from './document-types.ts'
export {
  defaultFields,
  type HandlerKind,
  handlerKinds,
  handlerOf,
  handlers,
  isHandlerKind,
  settingsWhenUnset,
} from './handlers/handlers.ts'
export { type S3Endpoint, s3Endpoint } from './handlers/s3-endpoint.ts'
export { ignoredBefore5 } from './ignored-parts.ts'
export type { KazooVersion } from './kazoo-version.ts'
export { type LayeredStorage, layeredStorage } from './layered-storage.ts'
export {
  doOverlap,
  isBackwards,
  isMonth,
  isWithin,
  type MonthRange,
  monthOf,
  monthRangeKey,
  readMonthRange,
} from './month-range.ts'
export {
  conditionalRulesIn,
  isPlanClass,
  type PlanClass,
  type PlanRule,
  planClasses,
  planRules,
  type RuleCondition,
  rulePointer,
  type StoredRule,
} from './plan-rule.ts'
export { type DatabaseQuestion, type DatabaseRoute, resolveDatabase } from './resolve-database.ts'
export { resolveRoute, untypedClasses } from './resolve-route.ts'
export { answerDatabase, answerPart, answerProblem, type RouteView, routeAnswer } from './route-answer.ts'
export { type RuleReference, ruleReferences } from './rule-references.ts'
export { type SampleOwner, sampleDocument } from './sample-document.ts'
export {
  builtInStorage,
  layerNames,
  mergedStorage,
  type StorageDocuments,
  type StorageLayer,
  type StorageLayerName,
  stack,
  stackBelow,
} from './storage-layer.ts'
export {
  isAboveLimits,
  limitExcesses,
  mostTimesOver,
  type StorageMeasure,
  storageLimits,
  storedRules,
} from './storage-limits.ts'
export {
  plainSettings,
  type RoutedBackEnd,
  type RoutedConnection,
  type RouteProblem,
  type StorageRoute,
} from './storage-route.ts'
export { type Target, targetOf } from './target.ts'
export { testedPart } from './tested-part.ts'
export { unusedEntries } from './unused-entries.ts'
export { type LayersWithinLimits, withinLimits } from './within-limits.ts'
