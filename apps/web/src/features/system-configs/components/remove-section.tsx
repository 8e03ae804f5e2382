import { overridesOf, type Sections } from '@strata/layered-config'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { IconButton } from '#web/components/icon-button.tsx'

interface RemoveSectionProps {
  sections: Sections
  section: string
  onRemove: (section: string) => void
}

/** Removes a section from the draft, after asking. */
export function RemoveSection({ sections, section, onRemove }: RemoveSectionProps) {
  const t = useTranslations('systemConfigs.section')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <IconButton icon={<Trash2 />} label={t('remove', { section })} onPress={() => setAsking(true)} />
      <ConfirmDialog
        title={t('removeTitle', { section })}
        confirmLabel={t('confirmRemove')}
        tone="danger"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onRemove(section)
        }}
      >
        {t('removeText', { count: overridesOf(sections, section) })}
      </ConfirmDialog>
    </>
  )
}
