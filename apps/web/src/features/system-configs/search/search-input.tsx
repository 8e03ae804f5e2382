import { Search, X } from 'lucide-react'
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import field from '#web/components/field.module.css'
import { Kbd } from '#web/components/kbd.tsx'
import list from '#web/components/list-box.module.css'
import { classNames } from '#web/lib/class-names.ts'
import { type Completion, complete, completionsAt, type KnownSections } from './completions.ts'
import styles from './search-input.module.css'

export interface SearchInputHandle {
  focus: () => void
}

interface SearchInputProps {
  text: string
  known: KnownSections
  onChange: (text: string) => void
  /** The arrow down, where no completion is offered. */
  onLeave: () => void
  /** Enter, where no completion is chosen. */
  onSubmit: () => void
  /** The focus goes elsewhere. */
  onBlur: () => void
  ref?: Ref<SearchInputHandle>
}

/**
 * The text of a search. Tokens and the names of nodes and zones are completed at the caret: the arrow keys choose,
 * Enter or Tab take, Escape closes. What means nothing yet becomes the first that it can.
 */
export function SearchInput({ text, known, onChange, onLeave, onSubmit, onBlur, ref }: SearchInputProps) {
  const t = useTranslations('search')
  const components = useTranslations('components')
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  /** Undefined: nothing is offered. */
  const [caret, setCaret] = useState<number>()
  /** Undefined: no other than the first was chosen. */
  const [place, setPlace] = useState<number>()
  const moveTo = useRef<number>(undefined)
  const completions = caret === undefined ? undefined : completionsAt(text, caret, known)
  const options = completions?.options ?? []
  const isOpen = options.length > 0
  const chosen = place ?? (completions?.isNeeded === true ? 0 : -1)
  const option = options[chosen]

  useImperativeHandle(ref, () => ({
    focus() {
      input.current?.focus()
      input.current?.setSelectionRange(text.length, text.length)
      offerAt(text.length)
    },
  }))
  useLayoutEffect(() => {
    if (moveTo.current === undefined) return
    input.current?.setSelectionRange(moveTo.current, moveTo.current)
    moveTo.current = undefined
  })

  function offerAt(place: number | null | undefined) {
    setCaret(place ?? undefined)
    setPlace(undefined)
  }

  function take(taken: Completion) {
    if (completions === undefined) return
    const next = complete(text, completions, taken)
    moveTo.current = next.caret
    onChange(next.text)
    offerAt(next.caret)
    input.current?.focus()
  }

  function clear() {
    onChange('')
    offerAt(undefined)
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const act = actionOf(event.key)
    if (act === undefined) return
    event.preventDefault()
    act()
  }

  function actionOf(key: string): (() => void) | undefined {
    const taken = option ?? (key === 'Tab' ? options[0] : undefined)
    switch (key) {
      case 'ArrowDown':
        return isOpen ? () => setPlace((chosen + 1) % options.length) : onLeave
      case 'ArrowUp':
        return isOpen ? () => setPlace((Math.max(chosen, 0) + options.length - 1) % options.length) : undefined
      case 'Enter':
        return option === undefined ? onSubmit : () => take(option)
      case 'Tab':
        return taken === undefined ? undefined : () => take(taken)
      case 'Escape':
        return isOpen ? () => offerAt(undefined) : text === '' ? undefined : clear
      default:
        return undefined
    }
  }

  return (
    <search className={styles.search}>
      <div className={classNames(field.box, styles.box)}>
        <Search aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('field')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? list : undefined}
          aria-activedescendant={option === undefined ? undefined : `${list}-${chosen}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          className={classNames(field.input, field.search, styles.input)}
          placeholder={t('placeholder')}
          value={text}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value)
            offerAt(currentTarget.selectionStart)
          }}
          onClick={({ currentTarget }) => offerAt(currentTarget.selectionStart)}
          onBlur={() => {
            offerAt(undefined)
            onBlur()
          }}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <Kbd keys="/" />
        ) : (
          <Button className={classNames(field.opener)} aria-label={components('clear')} onPress={clear}>
            <X aria-hidden="true" />
          </Button>
        )}
      </div>
      {isOpen ? <CompletionList id={list} options={options} chosen={chosen} onTake={take} /> : null}
    </search>
  )
}

interface CompletionListProps {
  id: string
  options: readonly Completion[]
  /** The place of the one that Enter takes; -1: none. */
  chosen: number
  onTake: (completion: Completion) => void
}

/** What the token at the caret can become. The focus stays in the field. */
function CompletionList({ id, options, chosen, onTake }: CompletionListProps) {
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
