import type { JsonValue } from '@strata/json'
import { isMonth, type PlanClass, type PlanRule, planClasses } from '@strata/storage-plan'
import { validationError } from '#bff/errors/app-error.ts'
import type { ApiRequest } from '#bff/http/route.ts'

const longest = 256

/** Which documents a request asks about: `class`, and `type` unless it means whatever has no rule of its own. */
export function routeQuestion(request: ApiRequest): PlanRule<PlanClass> {
  return { planClass: planClassOf(request.value('class')), type: optionalText(request, 'type') }
}

/** A text that a request may name; an empty one counts as none. Throws `invalid` for anything else. */
export function optionalText(request: ApiRequest, name: string): string | undefined {
  const value = request.value(name)
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string')
    throw validationError({ [name]: { type: { message: 'Send a text.', target: 'string' } } })
  if (value.length <= longest) return value
  const message = `The text must have no more than ${longest} characters.`
  throw validationError({ [name]: { maxLength: { message, target: longest } } })
}

export function requiredText(request: ApiRequest, name: string, message: string): string {
  const value = optionalText(request, name)
  if (value === undefined) throw validationError({ [name]: { required: { message } } })
  return value
}

/** The month of the database that a request asks about (`YYYYMM`). Throws `invalid`. */
export function optionalMonth(request: ApiRequest): string | undefined {
  const month = optionalText(request, 'month')
  if (month === undefined || isMonth(month)) return month
  throw validationError({
    month: { pattern: { message: 'Send a month as year and month: 202411.', target: 'YYYYMM' } },
  })
}

function planClassOf(value: JsonValue | undefined): PlanClass {
  const known = planClasses.find((name) => name === value)
  if (known !== undefined) return known
  const listed = planClasses.join(', ')
  if (value === undefined || value === '') {
    throw validationError({ class: { required: { message: `Name the class of databases: one of ${listed}.` } } })
  }
  const message = `There is no such class of databases: name one of ${listed}.`
  throw validationError({ class: { enum: { message, target: [...planClasses] } } })
}
