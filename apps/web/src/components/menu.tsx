import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import { Kbd } from './kbd.tsx'
import list from './list-box.module.css'
import popover from './popover.module.css'

interface MenuProps extends Omit<AriaMenuProps<object>, 'className' | 'style' | 'children'> {
  /** The button that opens it. */
  trigger: ReactElement
  placement?: NonNullable<PopoverProps['placement']>
  children: ReactNode
}

export function Menu({ trigger, placement = 'bottom end', children, ...rest }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(popover.popover)} placement={placement} offset={6}>
        <AriaMenu {...rest} className={classNames(list.list)}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  children: string
  icon?: ReactNode
  description?: string
  shortcut?: string
  tone?: 'default' | 'danger'
}

export function MenuItem({ children, icon, description, shortcut, tone = 'default', ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem {...rest} textValue={children} className={classNames(list.item, tone === 'danger' && list.danger)}>
      {({ selectionMode }) => (
        <>
          {icon}
          <span className={list.text}>
            <span className={list.label}>{children}</span>
            {description === undefined ? null : <span className={list.description}>{description}</span>}
          </span>
          {shortcut === undefined ? null : <Kbd keys={shortcut} />}
          {selectionMode === 'none' ? null : <Check className={list.check} aria-hidden="true" />}
        </>
      )}
    </AriaMenuItem>
  )
}

interface MenuSectionProps {
  title?: string
  children: ReactNode
  selectionMode?: 'single' | 'multiple'
  selectedKeys?: Iterable<string>
  onSelectionChange?: (keys: Set<string>) => void
}

export function MenuSection({ title, children, onSelectionChange, ...rest }: MenuSectionProps) {
  return (
    <AriaMenuSection
      {...rest}
      {...(onSelectionChange === undefined
        ? {}
        : {
            onSelectionChange: (keys) => onSelectionChange(keys === 'all' ? new Set() : new Set([...keys].map(String))),
          })}
    >
      {title === undefined ? null : <Header className={classNames(list.sectionTitle)}>{title}</Header>}
      {children}
    </AriaMenuSection>
  )
}

export function MenuSeparator() {
  return <Separator className={classNames(list.separator)} />
}
