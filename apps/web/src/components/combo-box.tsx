import { ChevronDown } from 'lucide-react'
import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Button,
  Group,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './field.module.css'
import { FieldParts, type FieldTexts } from './field.tsx'
import list from './list-box.module.css'
import popover from './popover.module.css'
import { OptionItem, type SelectOption } from './select.tsx'
import { useReachablePage } from './use-reachable-page.ts'

export interface ComboBoxProps
  extends Omit<
      AriaComboBoxProps<SelectOption>,
      | 'children'
      | 'className'
      | 'style'
      | 'validationBehavior'
      | 'items'
      | 'inputValue'
      | 'onInputChange'
      | 'value'
      | 'onChange'
    >,
    FieldTexts {
  options: readonly SelectOption[]
  /** The text in the field. */
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  isCode?: boolean
  className?: string | undefined
}

/** A text with suggestions: any text is taken, the known ones are a keystroke away. */
export function ComboBox({
  label,
  description,
  errorMessage,
  options,
  value,
  onChange,
  placeholder,
  isCode = false,
  className,
  ...rest
}: ComboBoxProps) {
  const t = useTranslations('components')
  const keepReachable = useReachablePage()
  return (
    <AriaComboBox
      isInvalid={errorMessage !== undefined}
      menuTrigger="focus"
      {...rest}
      allowsCustomValue
      onOpenChange={(isOpen, trigger) => {
        keepReachable(isOpen)
        rest.onOpenChange?.(isOpen, trigger)
      }}
      validationBehavior="aria"
      className={classNames(styles.field, className)}
      defaultItems={options}
      inputValue={value}
      onInputChange={onChange}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage}>
        <Group className={classNames(styles.box)} role="presentation">
          <Input
            className={classNames(styles.input, isCode && styles.code)}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className={classNames(styles.opener)}>
            <ChevronDown aria-hidden="true" />
          </Button>
        </Group>
        <Popover className={classNames(popover.popover, popover.matched)} offset={4}>
          <ListBox
            className={classNames(list.list)}
            renderEmptyState={() => <div className={list.empty}>{t('noMatches')}</div>}
          >
            {(option: SelectOption) => <OptionItem id={option.value} option={option} isCode={isCode} />}
          </ListBox>
        </Popover>
      </FieldParts>
    </AriaComboBox>
  )
}
