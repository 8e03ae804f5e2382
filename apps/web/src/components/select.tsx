import { Check, ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './field.module.css'
import { FieldParts, type FieldTexts } from './field.tsx'
import list from './list-box.module.css'
import popover from './popover.module.css'

export interface SelectOption<Value extends string = string> {
  value: Value
  label: string
  description?: string
  /** It holds although nothing is chosen. */
  isGhost?: boolean
}

export interface SelectProps<Value extends string>
  extends Omit<
      AriaSelectProps<SelectOption<Value>>,
      'children' | 'className' | 'style' | 'validationBehavior' | 'value' | 'onChange' | 'items' | 'selectedKey'
    >,
    FieldTexts {
  options: readonly SelectOption<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
  isCode?: boolean
  className?: string | undefined
}

/** One of a few known values. */
export function Select<Value extends string>({
  label,
  description,
  errorMessage,
  options,
  value,
  onChange,
  isCode = false,
  className,
  ...rest
}: SelectProps<Value>) {
  const isGhost = options.find((option) => option.value === value)?.isGhost === true
  return (
    <AriaSelect
      isInvalid={errorMessage !== undefined}
      {...rest}
      validationBehavior="aria"
      className={classNames(styles.field, className)}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage}>
        <Button className={classNames(styles.box)}>
          <SelectValue className={classNames(styles.value, isCode && styles.code, isGhost && styles.ghost)}>
            {({ defaultChildren, isPlaceholder }) =>
              isPlaceholder
                ? defaultChildren
                : (options.find((option) => option.value === value)?.label ?? defaultChildren)
            }
          </SelectValue>
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover className={classNames(popover.popover, popover.matched)} offset={4}>
          <ListBox items={options} className={classNames(list.list)}>
            {(option) => <OptionItem id={option.value} option={option} isCode={isCode} />}
          </ListBox>
        </Popover>
      </FieldParts>
    </AriaSelect>
  )
}

interface OptionItemProps {
  /** The option's value. Given here, so that the list knows its items apart while they change places. */
  id: string
  option: SelectOption
  isCode?: boolean
}

/** One choice in a list, ticked when it is the chosen one. */
export function OptionItem({ id, option, isCode = false }: OptionItemProps) {
  return (
    <ListBoxItem id={id} textValue={option.label} className={classNames(list.item)}>
      <span className={list.text}>
        <span className={classNames(list.label, isCode && styles.code, option.isGhost && styles.ghost)}>
          {option.label}
        </span>
        {option.description === undefined ? null : <span className={list.description}>{option.description}</span>}
      </span>
      <Check className={list.check} aria-hidden="true" />
    </ListBoxItem>
  )
}
