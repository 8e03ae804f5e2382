// What nests is a type alias: TypeScript takes an alias for JSON, an interface not.
export type { BulkDryRun, BulkOutcome, BulkResult, BulkWrite } from './bulk.ts'
export type { ConfigIndex, FindingMark, IndexedCategory, IndexedKey, IndexedLeaf, LeafMark } from './config-index.ts'
export type {
  AccountHit,
  CategoryDetail,
  CategorySaved,
  CategorySummary,
  CategoryWrite,
  FormSchema,
  InheritedStorage,
  LeafOperation,
  SavedChange,
  SecretMarker,
  SessionInfo,
  SessionRequest,
  StorageListItem,
  StorageSettings,
  WayBack,
} from './console.ts'
export type { DocumentVersion, DocumentVersions, VersionChoice } from './document-versions.ts'
export type {
  DryRun,
  DryRunWarning,
  EquivalentRequest,
  KeyEffect,
  LeafOutcome,
  LostLeaf,
  NodeCounts,
  NodeGroup,
  RuntimeReading,
  StoredChange,
} from './dry-run.ts'
export type { Envelope, ErrorEnvelope, ListEnvelope, ValidationErrors } from './envelope.ts'
export type { NodeCategory, NodeDetail, NodeReading, NodeSetting } from './node.ts'
export type {
  NodeChange,
  NodeJob,
  NodeJobAction,
  NodeJobWrite,
  NodeReview,
  NodeStep,
  NodeStepOutcome,
  TopologyChange,
} from './node-job.ts'
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
  RoutedBackEnd,
  RouteEntry,
  RouteLayer,
  RoutePart,
  RouteProblem,
  RouteRow,
  RouteTarget,
  StorageDraft,
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
