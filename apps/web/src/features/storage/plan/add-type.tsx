import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ComboBox } from '#web/components/combo-box.tsx'
import styles from './class-routes.module.css'
import { knownTypes } from './plan-rules.ts'

interface AddTypeProps {
  /** Types that have a row already. */
  taken: readonly string[]
  onAdd: (type: string) => void
}

/** Gives a row to a type of documents that has none yet: one that KAZOO is known to have, or any other. */
export function AddType({ taken, onAdd }: AddTypeProps) {
  const t = useTranslations('storage.routes')
  const [type, setType] = useState<string>()
  const [isTried, setTried] = useState(false)
  const [wasClosed, setClosed] = useState(false)

  if (type === undefined) {
    return (
      <div className={styles.add}>
        <Button size="sm" variant="quiet" icon={<Plus />} autoFocus={wasClosed} onPress={() => setType('')}>
          {t('addType')}
        </Button>
      </div>
    )
  }

  const name = type.trim()
  const problem = taken.includes(name) ? t('typeTaken') : isTried && name === '' ? t('typeMissing') : undefined

  function close(isCancelled: boolean) {
    setClosed(isCancelled)
    setType(undefined)
    setTried(false)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (name === '' || taken.includes(name)) return
    onAdd(name)
    close(false)
  }

  return (
    <form className={styles.newType} onSubmit={submit} aria-label={t('addType')}>
      <ComboBox
        label={t('typeField')}
        description={t('typeHelp')}
        isCode
        autoFocus
        options={knownTypes
          .filter((known) => !taken.includes(known))
          .map((known) => ({ value: known, label: known, description: t(`types.${known}`) }))}
        value={type}
        onChange={setType}
        errorMessage={problem}
      />
      <div className={styles.newTypeButtons}>
        <Button type="submit" variant="primary">
          {t('typeAdd')}
        </Button>
        <Button onPress={() => close(true)}>{t('typeCancel')}</Button>
      </div>
    </form>
  )
}
