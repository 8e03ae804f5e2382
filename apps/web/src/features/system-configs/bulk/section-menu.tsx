import type { LeafOperation } from '@strata/api-types'
import { Copy, Ellipsis, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem } from '#web/components/menu.tsx'
import { useKnownZones } from '../api/use-known-zones.ts'
import type { ShownSection } from '../components/shown-section.ts'
import { changesIn } from '../draft/category-draft.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import { CopyDialog } from './copy-dialog.tsx'

interface SectionMenuProps extends Pick<ShownSection, 'detail' | 'section' | 'state'> {
  onOpen: (section: string) => void
}

/** What can be done with a section beyond editing it; each is one step of the draft. */
export function SectionMenu({ detail, section, state, onOpen }: SectionMenuProps) {
  const t = useTranslations('bulk')
  const [open, setOpen] = useState<'apply' | 'copy'>()
  const { sections } = state.drafted
  // An added or removed section is no change that others could take over.
  const changes = changesIn(state.draft.now, section).filter(({ pointer }) => pointer !== '')
  const zones = useKnownZones(Object.keys(sections))
  const close = () => setOpen(undefined)
  const apply = (operations: readonly LeafOperation[]) => {
    close()
    state.dispatch({ type: 'apply', detail, operations })
  }
  return (
    <>
      <Menu
        aria-label={t('menu', { section })}
        trigger={<IconButton icon={<Ellipsis />} label={t('menu', { section })} />}
      >
        <MenuItem
          icon={<ListChecks />}
          isDisabled={changes.length === 0}
          description={changes.length === 0 ? t('apply.none') : t('apply.count', { count: changes.length })}
          onAction={() => setOpen('apply')}
        >
          {t('apply.open')}
        </MenuItem>
        <MenuItem icon={<Copy />} isDisabled={!Object.hasOwn(sections, section)} onAction={() => setOpen('copy')}>
          {t('copy.open')}
        </MenuItem>
      </Menu>
      {open === 'apply' ? (
        <ApplyDialog
          section={section}
          sections={sections}
          changes={changes}
          zones={zones}
          onClose={close}
          onApply={apply}
        />
      ) : null}
      {open === 'copy' ? (
        <CopyDialog
          section={section}
          sections={sections}
          zones={zones}
          onClose={close}
          onCopy={(operations, target) => {
            apply(operations)
            onOpen(target)
          }}
        />
      ) : null}
    </>
  )
}
