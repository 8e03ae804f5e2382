// What nests is a type alias: TypeScript takes an alias for JSON, an interface not.
export type { BulkDryRun, BulkOutcome, BulkResult, BulkWrite } from './bulk.ts'
export type { ConfigIndex, IndexedCategory, IndexedKey, IndexedLeaf, LeafMark } from './config-index.ts'
export type {
  AccountHit,
  CategoryDetail,
  CategorySummary,
  CategoryWrite,
  FormSchema,
  InheritedStorage,
  LeafOperation,
  SecretMarker,
  SessionInfo,
  SessionRequest,
  StorageListItem,
  StorageSettings,
} from './console.ts'
export type { DocumentVersion, DocumentVersions, VersionChoice } from './document-versions.ts'
export type {
  DryRun,
  DryRunWarning,
  EquivalentRequest,
  KeyEffect,
  LeafOutcome,
  LostLeaf,
  NodeGroup,
  RuntimeReading,
  StoredChange,
} from './dry-run.ts'
export type { Envelope, ErrorEnvelope, ListEnvelope, ValidationErrors } from './envelope.ts'
export type {
  AccountsTouchedByDraft,
  BrokenAccount,
  OfferedPlan,
  StoragePlanAssignment,
  StoragePlanAssignmentWrite,
  TouchedAccounts,
} from './storage-plan-assignment.ts'
export type {
  AccountStorageRoute,
  DatabaseStorageRoute,
  RouteDecision,
  RoutedBackEnd,
  RouteEntry,
  RouteLayer,
  RoutePart,
  RouteProblem,
  RouteRow,
  RouteTarget,
  StorageClass,
  StorageDraft,
  StorageLayerName,
  StorageRoute,
  StorageRouteMap,
  ToldInPart,
  UndecidedRule,
} from './storage-routes.ts'
export type {
  StorageTestEnded,
  StorageTestError,
  StorageTestLine,
  StorageTestRequest,
  StorageTestResult,
  StorageTestStarted,
  StorageTestStep,
} from './storage-test.ts'
export type { SweepFinding, SweepKind, SweepReport, SweptCategory } from './sweep.ts'
export type { TopologyDetail, TopologyNode, TopologyWrite } from './topology.ts'
