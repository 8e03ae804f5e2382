import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ReadOnlyNote } from '#web/components/note.tsx'
import { SessionExpiredDialog } from '#web/features/auth/components/session-expired-dialog.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { Palette } from '../palette/palette.tsx'
import { ConnectionNote } from './connection-note.tsx'
import styles from './frame.module.css'
import { KeyboardSheet } from './keyboard-sheet.tsx'
import { Rail } from './rail.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'

/** What stands around every page of somebody signed in. */
export function Frame() {
  const t = useTranslations('frame')
  const session = useSession()
  const [overlay, setOverlay] = useState<'none' | 'palette' | 'shortcuts'>('none')
  useShortcut({ key: 'k', withCtrl: true }, () => setOverlay('palette'))
  useShortcut({ key: '?' }, () => setOverlay('shortcuts'))

  function opener(which: 'palette' | 'shortcuts') {
    return (isOpen: boolean) => setOverlay(isOpen ? which : 'none')
  }

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <Rail onSearch={() => setOverlay('palette')} onShortcuts={() => setOverlay('shortcuts')} />
      <div className={styles.body}>
        <ConnectionNote />
        {session.read_only === null ? null : (
          <ReadOnlyNote>{t('readOnly', { reason: session.read_only })}</ReadOnlyNote>
        )}
        <div className={styles.area}>
          <Outlet />
        </div>
      </div>
      <Palette isOpen={overlay === 'palette'} onOpenChange={opener('palette')} />
      <KeyboardSheet isOpen={overlay === 'shortcuts'} onOpenChange={opener('shortcuts')} />
      <SessionExpiredDialog />
      <RouteAnnouncer />
    </div>
  )
}
