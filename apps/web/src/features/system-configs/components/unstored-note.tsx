import type { CategoryDetail } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'

interface UnstoredNoteProps {
  detail: CategoryDetail
  section: string
  /** The section is there, at least in the draft. */
  isThere: boolean
}

/** An address may lead to a section, or to a category, that is not there. */
export function UnstoredNote({ detail: { id, revision, schema_revision }, section, isThere }: UnstoredNoteProps) {
  const t = useTranslations('systemConfigs')
  if (revision === null && schema_revision === null) return <Note>{t('header.unknown', { category: id })}</Note>
  return isThere || section === 'default' ? null : <Note>{t('section.unstored', { section })}</Note>
}
