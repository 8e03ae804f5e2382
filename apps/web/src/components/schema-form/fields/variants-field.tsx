import type { FieldProps } from '@rjsf/utils'
import type { JsonValue } from '@strata/json'
import { useRef } from 'react'
import { fieldKind } from '../field-kind.ts'
import { fieldNamed } from '../field-named.ts'
import { fieldOptions, toUiSchema } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { formContext } from '../form-context.ts'
import { partIds } from '../form-parts.ts'
import { useInherited } from '../form-scope.tsx'
import styles from '../schema-form.module.css'
import { VariantPicker } from '../variant-picker.tsx'
import { switchVariant, type Variant, variantOf } from '../variants.ts'

/**
 * A value of one of several kinds, chosen by name.
 * - changing the kind keeps what both kinds share; each kind's own values are remembered until the page is left
 * - a value that is of no kind is edited as JSON
 */
export function VariantsField(props: FieldProps) {
  const { variants = [], hints } = fieldOptions(props.uiSchema)
  const { formData: value, fieldPathId, readonly } = props
  const inherited = useInherited(fieldPointer(fieldPathId))
  const remembered = useRef(new Map<string, JsonValue>())
  const current = variantOf(variants, value)
  const shown = current ?? (value === undefined ? (variantOf(variants, inherited) ?? firstByType(variants)) : undefined)

  function choose(next: Variant) {
    if (current !== undefined && value !== undefined) remembered.current.set(current.id, value)
    props.onChange(switchVariant(value ?? inherited, current, next, remembered.current.get(next.id)), fieldPathId.path)
  }

  return (
    <div className={styles.variants}>
      {variants.length > 1 ? (
        <VariantPicker
          variants={variants}
          {...(hints.variants === undefined ? {} : { hints: hints.variants })}
          chosen={shown}
          labelledBy={partIds(fieldPathId.$id).label}
          isReadOnly={readonly === true}
          onChoose={choose}
        />
      ) : null}
      {shown === undefined && value === undefined ? null : <VariantBody {...props} variant={shown} />}
    </div>
  )
}

function VariantBody({ variant, ...props }: FieldProps & { variant: Variant | undefined }) {
  const options = fieldOptions(props.uiSchema)
  const { isSecret } = formContext(props.registry)
  const { variants: _, ...hints } = options.hints
  const schema = variant?.schema ?? {}
  const kind = fieldKind({
    schema,
    value: props.formData,
    isSecret: isSecret(props.fieldPathId.path.map(String)),
    variants: undefined,
    hints,
  })
  const Field = fieldNamed(props.registry.fields, kind)
  const omit = variant?.rule.by === 'property' ? [variant.rule.property] : []
  return (
    <Field
      {...props}
      schema={schema}
      uiSchema={toUiSchema({ ...options, hints, kind, schema, variants: undefined, omit })}
    />
  )
}

function firstByType([first]: readonly Variant[]): Variant | undefined {
  return first?.rule.by === 'type' ? first : undefined
}
