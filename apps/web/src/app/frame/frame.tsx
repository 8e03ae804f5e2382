import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { ReadOnlyNote } from '#web/components/note.tsx'
import { SessionExpiredDialog } from '#web/features/auth/components/session-expired-dialog.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { Palette } from '../palette/palette.tsx'
import { ConnectionNote } from './connection-note.tsx'
import styles from './frame.module.css'
import { GlossarySheet } from './glossary-sheet.tsx'
import { KeyboardSheet } from './keyboard-sheet.tsx'
import { Rail } from './rail.tsx'
import { useSignOut } from './use-sign-out.tsx'

/** What stands around every page of somebody signed in. */
export function Frame() {
  const t = useTranslations('frame')
  const session = useSession()
  const { leave, question } = useSignOut(session)
  const [overlay, setOverlay] = useState<'none' | 'palette' | 'shortcuts' | 'glossary'>('none')
  useShortcut({ key: 'k', withCtrl: true }, () => setOverlay('palette'))
  useShortcut({ key: '?' }, () => setOverlay('shortcuts'))

  function opener(which: 'palette' | 'shortcuts' | 'glossary') {
    return (isOpen: boolean) => setOverlay(isOpen ? which : 'none')
  }

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <Rail
        onSearch={() => setOverlay('palette')}
        onShortcuts={() => setOverlay('shortcuts')}
        onGlossary={() => setOverlay('glossary')}
        onSignOut={leave}
      />
      <div className={styles.body}>
        <ConnectionNote />
        {session.read_only === null ? null : (
          <ReadOnlyNote>{t('readOnly', { reason: session.read_only })}</ReadOnlyNote>
        )}
        <div className={styles.area}>
          <Outlet />
        </div>
      </div>
      <Palette
        isOpen={overlay === 'palette'}
        onOpenChange={opener('palette')}
        onShortcuts={() => setOverlay('shortcuts')}
        onGlossary={() => setOverlay('glossary')}
        onSignOut={leave}
      />
      <KeyboardSheet isOpen={overlay === 'shortcuts'} onOpenChange={opener('shortcuts')} />
      <GlossarySheet isOpen={overlay === 'glossary'} onOpenChange={opener('glossary')} />
      {question}
      <SessionExpiredDialog />
      <RouteAnnouncer />
    </div>
  )
}

/** Tells screen readers the title of a page they were taken to; a focus that went with the page before goes to this one. */
function RouteAnnouncer() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const [title, setTitle] = useState('')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says when to read the title again.
  useEffect(() => {
    // The page names itself in an effect of its own, after this one.
    const timer = setTimeout(() => {
      setTitle(document.title)
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true })
    }, 100)
    return () => clearTimeout(timer)
  }, [path])

  return (
    <VisuallyHidden>
      <div aria-live="polite" aria-atomic="true">
        {title}
      </div>
    </VisuallyHidden>
  )
}
