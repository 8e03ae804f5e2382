import type { AccountHit } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Database, Search } from 'lucide-react'
import { useState } from 'react'
import { ComboBox, Group, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import field from '#web/components/field.module.css'
import list from '#web/components/list-box.module.css'
import popover from '#web/components/popover.module.css'
import { useReachablePage } from '#web/components/use-reachable-page.ts'
import { classNames } from '#web/lib/class-names.ts'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { accountSearchQuery } from '../api/account-search.ts'

interface AccountPickerProps {
  label: string
  onChoose: (account: AccountHit) => void
}

/**
 * Finds an account by typing any part of its name, realm or id.
 * - shows where in the tree each hit sits; arrow keys choose, Enter takes it, Escape closes and clears
 */
export function AccountPicker({ label, onChoose }: AccountPickerProps) {
  const t = useTranslations('frame.accountPicker')
  const [text, setText] = useState('')
  // Each choice ends with a new field: the old one, emptied with the focus in it, would open its list over the page.
  const [turn, setTurn] = useState(0)
  const onOpenChange = useReachablePage()
  const search = useDebounced(text.trim(), 120)
  const { data: hits = [], error, isFetching } = useQuery(accountSearchQuery(search))

  return (
    <ComboBox<AccountHit>
      key={turn}
      aria-label={label}
      className={classNames(field.field)}
      menuTrigger="focus"
      allowsEmptyCollection
      onOpenChange={onOpenChange}
      items={hits}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        // Also called, with null, when the field is left or Escape pressed.
        setText('')
        const chosen = hits.find((hit) => hit.id === key)
        if (chosen === undefined) return
        setTurn(turn + 1)
        onChoose(chosen)
      }}
    >
      <Group className={classNames(field.box)} role="presentation">
        <Search aria-hidden="true" />
        <Input className={classNames(field.input, field.search)} placeholder={label} />
      </Group>
      <Popover className={classNames(popover.popover, popover.matched)} offset={4}>
        <ListBox<AccountHit>
          className={classNames(list.list)}
          renderEmptyState={() => (
            <p className={list.empty}>
              {error !== null ? t('failed') : isFetching ? t('searching') : t('none', { search })}
            </p>
          )}
        >
          {(hit) => (
            <ListBoxItem textValue={hit.name} className={classNames(list.item)}>
              <AccountHitText hit={hit} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** An account in a list: its name, where in the tree it sits, and what is special about it. */
function AccountHitText({ hit }: { hit: AccountHit }) {
  const t = useTranslations('frame.accountPicker')
  return (
    <>
      <span className={list.text}>
        <span className={list.label}>{hit.name}</span>
        <span className={list.description}>{[...hit.path, hit.realm].filter(Boolean).join(' › ')}</span>
      </span>
      {hit.is_reseller ? <Chip>{t('reseller')}</Chip> : null}
      {hit.has_storage ? <Database role="img" aria-label={t('hasStorage')} /> : null}
    </>
  )
}
