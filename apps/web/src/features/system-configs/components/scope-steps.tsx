import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { ZoneSections } from '../bulk/sections-by-zone.ts'
import styles from './scope-bar.module.css'

interface ScopeStepsProps {
  section: string
  zones: readonly ZoneSections[]
  onOpen: (section: string) => void
}

/** The way through all scopes, one by one: `default`, then each zone followed by its nodes. */
export function ScopeSteps({ section, zones, onOpen }: ScopeStepsProps) {
  const t = useTranslations('systemConfigs.scope')
  const scopes = ['default', ...zones.flatMap(({ zone, nodes }) => [...(zone === undefined ? [] : [zone]), ...nodes])]
  const at = scopes.indexOf(section)
  const [previous, next] = [scopes[at - 1], scopes[at + 1]]
  const open = (scope: string | undefined) => {
    if (scope !== undefined) onOpen(scope)
  }
  useShortcut({ key: '[' }, () => open(previous))
  useShortcut({ key: ']' }, () => open(next))
  return (
    <div className={styles.steps}>
      <IconButton
        icon={<ChevronLeft />}
        size="sm"
        label={previous === undefined ? t('noPrevious') : t('previous', { section: previous })}
        shortcut="["
        isDisabled={previous === undefined}
        onPress={() => open(previous)}
      />
      <IconButton
        icon={<ChevronRight />}
        size="sm"
        label={next === undefined ? t('noNext') : t('next', { section: next })}
        shortcut="]"
        isDisabled={next === undefined}
        onPress={() => open(next)}
      />
    </div>
  )
}
