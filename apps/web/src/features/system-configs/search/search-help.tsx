import { useTranslations } from 'use-intl'
import styles from './search-help.module.css'
import { TOKENS, tokenText } from './tokens.ts'

/** What can be typed, for somebody who has typed nothing yet. */
export function SearchHelp() {
  const t = useTranslations('search')
  return (
    <div className={styles.help}>
      <h2>{t('help.title')}</h2>
      <p>{t('help.text')}</p>
      <dl className={styles.tokens}>
        {TOKENS.map((token) => (
          <div key={token.name}>
            <dt>
              <code>{tokenText(token)}</code>
              {token.takesValue ? <i>{t(token.name === 'type' ? 'help.ofType' : 'help.name')}</i> : null}
            </dt>
            <dd>{t(`tokens.${token.name}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
