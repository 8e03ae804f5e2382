import type { JsonObject } from '@strata/json'
import type { ErrorObject } from 'ajv'
import * as equal from 'ajv/dist/runtime/equal.js'
import * as ucs2length from 'ajv/dist/runtime/ucs2length.js'
import * as formats from 'ajv-formats/dist/formats.js'
import { createResolve, type Resolve } from './create-resolve.ts'
import { type FieldSchema, toFieldSchema } from './field-schema.ts'

/** A schema with the code that checks data against it, compiled on the server: the page may not compile any itself. */
export interface FormValidator {
  readonly schema: FieldSchema
  readonly validate: (value: JsonObject) => readonly ErrorObject[]
  readonly resolve: Resolve
}

/** What compiled validators ask for by `require`, under AJV's own names. */
const RUNTIME: Readonly<Record<string, unknown>> = {
  'ajv/dist/runtime/equal': exportsOf(equal),
  'ajv/dist/runtime/ucs2length': exportsOf(ucs2length),
  'ajv-formats/dist/formats': exportsOf(formats),
}

/** Loads a validator's module. Rejects where it cannot be had or is none: a form without checks would let all pass. */
export async function loadValidator(url: string, schema: JsonObject): Promise<FormValidator> {
  const module: unknown = await import(/* @vite-ignore */ url)
  return toFormValidator(compiledBy(module), toFieldSchema(schema))
}

function toFormValidator(check: Check, schema: FieldSchema): FormValidator {
  return {
    schema,
    validate: (value) => (check(value) ? [] : (check.errors ?? [])),
    resolve: createResolve(schema),
  }
}

/** As AJV compiles one: what is wrong with the last value stands at the function. */
interface Check {
  (value: JsonObject): boolean
  readonly errors?: readonly ErrorObject[] | null
}

function compiledBy(module: unknown): Check {
  const make = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  const check: unknown = typeof make === 'function' ? make(runtime) : undefined
  if (!isCheck(check)) throw new TypeError('The validator of this form is not a module that makes one.')
  return check
}

/** AJV's standalone output is a function, and says nothing more of itself. */
function isCheck(value: unknown): value is Check {
  return typeof value === 'function'
}

function runtime(name: string): unknown {
  if (!Object.hasOwn(RUNTIME, name)) throw new Error(`A validator asks for "${name}", which the page does not carry.`)
  return RUNTIME[name]
}

/** What `require` gives of a CommonJS module: some bundlers put all of it under `default`, as Node does, others do not. */
function exportsOf(namespace: object): unknown {
  const inner: unknown = 'default' in namespace ? namespace.default : undefined
  return typeof inner === 'object' ? inner : namespace
}
