import type { RegistryFieldsType, TemplatesType } from '@rjsf/utils'
import { ChoiceControl } from './controls/choice-control.tsx'
import { JsonControl } from './controls/json-control.tsx'
import { NumberControl } from './controls/number-control.tsx'
import { SecretControl } from './controls/secret-control.tsx'
import { SwitchControl } from './controls/switch-control.tsx'
import { TextControl } from './controls/text-control.tsx'
import type { FieldKind } from './field-kind.ts'
import { FieldTemplate } from './field-template.tsx'
import { CustomField, controlField } from './fields/control-field.tsx'
import { GroupField } from './fields/group-field.tsx'
import { ListField } from './fields/list-field.tsx'
import { MapField } from './fields/map-field.tsx'
import { VariantsField } from './fields/variants-field.tsx'
import { SchemaField } from './schema-field.tsx'

/** What RJSF finds under each name. Our fields stand under their kinds. */
export const fields: RegistryFieldsType = {
  SchemaField,
  ...({
    custom: CustomField,
    secret: controlField(SecretControl),
    variants: VariantsField,
    choice: controlField(ChoiceControl),
    group: GroupField,
    map: MapField,
    list: ListField,
    switch: controlField(SwitchControl),
    number: controlField(NumberControl),
    text: controlField(TextControl),
    json: controlField(JsonControl),
  } satisfies Record<FieldKind, unknown>),
}

/** The rest of what RJSF draws around a field is said by `FieldTemplate` itself. */
const Nothing = () => null

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  DescriptionFieldTemplate: Nothing,
  FieldErrorTemplate: Nothing,
  FieldHelpTemplate: Nothing,
}
