import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import list from '#web/components/list-box.module.css'
import { classNames } from '#web/lib/class-names.ts'
import styles from './completion-list.module.css'
import type { Completion } from './completions.ts'

interface CompletionListProps {
  id: string
  options: readonly Completion[]
  /** The place of the one that Enter takes; -1: none. */
  chosen: number
  onTake: (completion: Completion) => void
}

/** What the token at the caret can become. The focus stays in the field. */
export function CompletionList({ id, options, chosen, onTake }: CompletionListProps) {
  const t = useTranslations('search')
  const current = useRef<HTMLDivElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another element.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  return (
    <div id={id} role="listbox" aria-label={t('completions')} className={classNames(list.list, styles.list)}>
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
        <div
          key={option.text}
          id={`${id}-${place}`}
          ref={place === chosen ? current : null}
          role="option"
          aria-selected={place === chosen}
          className={classNames(list.item, styles.option)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <code>{option.value ?? option.text}</code>
          {option.value === undefined ? <span className={list.description}>{t(`tokens.${option.name}`)}</span> : null}
        </div>
      ))}
    </div>
  )
}
