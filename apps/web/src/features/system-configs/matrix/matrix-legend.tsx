import { EyeOff, Pin, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Term } from '#web/components/term.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useNarrow } from '#web/lib/window-width.ts'
import grid from './matrix-grid.module.css'
import styles from './matrix-table.module.css'

/** What the looks of the cells mean. */
export function MatrixLegend() {
  const t = useTranslations('matrix.legend')
  const samples = [
    { name: 'set', look: grid.set, term: 'override' },
    { name: 'inherited', look: undefined, term: 'inherited' },
    { name: 'builtIn', look: grid.builtIn, term: 'builtIn' },
    { name: 'noise', look: classNames(grid.set, grid.noise), term: undefined },
    { name: 'unsaved', look: classNames(grid.set, grid.unsaved), term: undefined },
    { name: 'depends', look: grid.depends, term: undefined },
  ] as const
  const texts = { builtIn: t('sampleBuiltIn'), depends: t('sampleDepends') }
  const isNarrow = useNarrow()
  const entries = (
    <ul className={styles.legend} aria-label={t('label')}>
      {samples.map(({ name, look, term }) => (
        <li key={name}>
          <span className={classNames(styles.sample, look)} aria-hidden="true">
            {name === 'builtIn' || name === 'depends' ? texts[name] : t('sample')}
          </span>
          {term === undefined ? t(name) : <Term term={term}>{t(name)}</Term>}
        </li>
      ))}
      <li>
        <Pin aria-hidden="true" />
        <Term term="pin">{t('pin')}</Term>
      </li>
      <li>
        <EyeOff aria-hidden="true" />
        {t('masked')}
      </li>
      <li className={styles.bad}>
        <TriangleAlert aria-hidden="true" />
        {t('invalid')}
      </li>
    </ul>
  )
  if (!isNarrow) return entries
  return (
    <details className={styles.fold}>
      <summary>{t('label')}</summary>
      {entries}
    </details>
  )
}
