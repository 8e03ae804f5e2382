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
  StorageListItem,
} from './console.ts'
export type { Envelope, ErrorEnvelope, ListEnvelope, ValidationErrors } from './envelope.ts'
