import type { LeafOperation } from '@strata/api-types'
import {
  copySection,
  countOverrides,
  isSectionName,
  type NameFault,
  nameFault,
  overridesOf,
  type Sections,
  sectionValues,
} from '@strata/layered-config'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ComboBox } from '#web/components/combo-box.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import styles from './apply-dialog.module.css'
import type { ZoneSections } from './sections-by-zone.ts'
import { withoutStoredSecrets } from './without-stored-secrets.ts'

interface CopyDialogProps {
  section: string
  sections: Sections
  zones: readonly ZoneSections[]
  onClose: () => void
  onCopy: (operations: readonly LeafOperation[], target: string) => void
}

/** Makes another section, there already or not, say what this one does. */
export function CopyDialog({ section, sections, zones, onClose, onCopy }: CopyDialogProps) {
  const t = useTranslations('bulk')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const form = useId()
  const { values, secrets } = withoutStoredSecrets(sectionValues(sections, section))
  const isThere = Object.hasOwn(sections, name)
  const problem = problemOf(name, section, isThere)
  const operations = copySection(values, withoutStoredSecrets(sectionValues(sections, name)).values, name)
  const offered = zones
    .flatMap(({ zone, nodes }) => [...(zone === undefined ? [] : [zone]), ...nodes])
    .filter((each) => each !== section)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem === undefined && operations.length > 0) onCopy(operations, name)
  }

  function outcome(): string {
    if (isThere && operations.length === 0) return t('copy.same', { section: name })
    return isThere
      ? t('copy.replaces', { section: name, from: section, count: overridesOf(sections, name) })
      : t('copy.isNew', { section: name, count: countOverrides({ values }) })
  }

  return (
    <Dialog
      title={t('copy.title', { section })}
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <Button variant="primary" type="submit" form={form}>
          {t('copy.submit')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className={styles.body}>
        <ComboBox
          label={t('copy.name')}
          isCode
          autoFocus
          options={offered.map((each) => ({ value: each, label: each }))}
          value={name}
          onChange={(text) => setName(text.trim())}
          description={problem === undefined ? outcome() : t('copy.hint')}
          errorMessage={
            problem !== undefined && (isTried || problem !== 'missing') ? t(`copy.problem.${problem}`) : undefined
          }
        />
        {secrets === 0 ? null : <p className={styles.hint}>{t('copy.secrets', { count: secrets })}</p>}
        <p className={styles.hint}>{t('unsavedAgain')}</p>
      </form>
    </Dialog>
  )
}

function problemOf(
  name: string,
  section: string,
  isThere: boolean,
): 'missing' | 'itself' | 'invalid' | NameFault | undefined {
  if (name === '') return 'missing'
  if (name === section) return 'itself'
  if (!isSectionName(name)) return 'invalid'
  return isThere ? undefined : nameFault(name)
}
