import { isSectionName, isValidatedByKazoo, type NameFault, nameFault, sectionKind } from '@strata/layered-config'
import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { TextField } from '#web/components/text-field.tsx'
import styles from './add-section.module.css'

interface AddSectionProps {
  category: string
  taken: readonly string[]
  onAdd: (section: string) => void
}

/** Asks for the name of a new section, and says what a section of that name is. */
export function AddSection({ category, taken, onAdd }: AddSectionProps) {
  const t = useTranslations('systemConfigs.section')
  const [isOpen, setOpen] = useState(false)
  const form = useId()
  return (
    <>
      <Button
        variant="quiet"
        icon={<Plus />}
        aria-label={t('addLabel')}
        className={styles.button}
        onPress={() => setOpen(true)}
      >
        {t('add')}
      </Button>
      <Dialog
        title={t('addTitle', { category })}
        size="sm"
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <Button variant="primary" type="submit" form={form}>
            {t('submit')}
          </Button>
        }
      >
        <SectionForm
          id={form}
          taken={taken}
          onSubmit={(name) => {
            setOpen(false)
            onAdd(name)
          }}
        />
      </Dialog>
    </>
  )
}

interface SectionFormProps {
  id: string
  taken: readonly string[]
  onSubmit: (name: string) => void
}

function SectionForm({ id, taken, onSubmit }: SectionFormProps) {
  const t = useTranslations('systemConfigs.section')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const problem = problemOf(name, taken)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem === undefined) onSubmit(name)
  }

  return (
    <form id={id} onSubmit={submit} className={styles.form}>
      <TextField
        label={t('name')}
        isCode
        autoFocus
        autoComplete="off"
        spellCheck="false"
        placeholder={t('placeholder')}
        value={name}
        onChange={(text) => setName(text.trim())}
        description={problem === undefined ? t(sectionKind(name) === 'node' ? 'isNode' : 'isZone') : t('hint')}
        errorMessage={problem !== undefined && (isTried || problem !== 'missing') ? t(`problem.${problem}`) : undefined}
      />
      {problem === undefined && !isValidatedByKazoo(name) ? (
        <p className={styles.warning}>{t('notValidated')}</p>
      ) : null}
    </form>
  )
}

function problemOf(name: string, taken: readonly string[]): 'missing' | 'taken' | 'invalid' | NameFault | undefined {
  if (name === '') return 'missing'
  if (taken.includes(name) || name === 'default') return 'taken'
  return isSectionName(name) ? nameFault(name) : 'invalid'
}
