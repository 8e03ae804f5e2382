import { Button, Group } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { splitQuery } from './search-query.ts'
import styles from './token-chips.module.css'
import { TOKENS, tokenText } from './tokens.ts'

interface TokenChipsProps {
  text: string
  /** `waits`: the text ends with a token that still lacks its value. */
  onChange: (text: string, how: { waits: boolean }) => void
}

/** Every token, to be put into the search or taken out of it. */
export function TokenChips({ text, onChange }: TokenChipsProps) {
  const t = useTranslations('search.tokens')
  const parts = splitQuery(text)

  function toggle(token: string, takesValue: boolean) {
    const rest = parts.filter((part) => part !== token)
    const isOn = !takesValue && rest.length < parts.length
    const next = [...rest, ...(isOn ? [] : [token])].join(' ')
    onChange(next === '' || takesValue ? next : `${next} `, { waits: takesValue })
  }

  return (
    <Group aria-label={t('label')} className={classNames(styles.chips)}>
      {TOKENS.map((token) => {
        const written = tokenText(token)
        const isOn = parts.some((part) => (token.takesValue ? part.startsWith(written) : part === written))
        return (
          <span key={token.name} title={t(token.name)}>
            <Button
              className={classNames(styles.chip, isOn && styles.on)}
              aria-pressed={isOn}
              onPress={() => toggle(written, token.takesValue)}
            >
              {written}
            </Button>
          </span>
        )
      })}
    </Group>
  )
}
