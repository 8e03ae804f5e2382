import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'

/** Why some kinds of findings are missing. */
export function KnowsNoNodes() {
  const t = useTranslations('sweep')
  return <Note action={<Link to="/topology">{t('toTopology')}</Link>}>{t('knowsNoNodes')}</Note>
}
