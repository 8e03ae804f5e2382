import { useMemo } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import popover from '#web/components/popover.module.css'
import { classNames } from '#web/lib/class-names.ts'
import { keyText } from '../words/key-text.ts'
import { LadderOf, type LadderOfProps } from './ladder-of.tsx'
import type { LadderState } from './use-ladder.ts'

interface LadderPopoverProps extends Omit<LadderOfProps, 'pointer' | 'row' | 'onDone'> {
  ladder: LadderState
}

/** The ladder at the chain that opened it, which gets the focus back: a popover per chain would cost every one its share. */
export function LadderPopover({ ladder, ...shown }: LadderPopoverProps) {
  const t = useTranslations('ladder')
  const { place, isOpen, close } = ladder
  const triggerRef = useMemo(() => ({ current: place?.anchor ?? null }), [place])
  if (place === undefined) return null
  const { pointer, anchor } = place
  return (
    <Popover
      triggerRef={triggerRef}
      className={classNames(popover.popover)}
      placement="bottom start"
      offset={6}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      <Dialog aria-label={t('title', { key: keyText(pointer) })} className={classNames(popover.content)}>
        <LadderOf {...shown} pointer={pointer} row={anchor.closest<HTMLElement>('[data-row]')} onDone={close} />
      </Dialog>
    </Popover>
  )
}
