import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import folds from '#web/components/fold.module.css'
import { classNames } from '#web/lib/class-names.ts'
import styles from './advanced.module.css'

interface AdvancedProps {
  /** What the fields inside are about. */
  group?: 'advanced' | 'path'
  /** How many of the fields inside are set. */
  count: number
  /** Opens it: what is wrong must be in sight. */
  hasProblem: boolean
  isOpenAtFirst?: boolean
  children: ReactNode
}

/** Fields that most can do without, folded, with the number of those that are set all the same. */
export function Advanced({ group = 'advanced', count, hasProblem, isOpenAtFirst = false, children }: AdvancedProps) {
  const t = useTranslations('storage.backEnds')
  const [isChosen, setChosen] = useState(isOpenAtFirst)
  const id = useId()
  const isOpen = isChosen || hasProblem
  return (
    <div>
      <button
        type="button"
        className={classNames(folds.fold, styles.toggle)}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setChosen(!isOpen)}
      >
        <ChevronRight aria-hidden="true" />
        {t(group, { count })}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  )
}
