export { deepEqual } from './deep-equal.ts'
export type { JsonObject, JsonPrimitive, JsonValue } from './json-value.ts'
export { isJsonObject } from './json-value.ts'
export { formatPointer, getAt, parsePointer, removeAt, setAt } from './pointer.ts'
