import { EyeOff, Pin, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { useNarrow } from '#web/lib/window-width.ts'
import grid from './matrix-grid.module.css'
import styles from './matrix-table.module.css'

/** What the looks of the cells mean. */
export function MatrixLegend() {
  const t = useTranslations('matrix.legend')
  const samples = [
    { name: 'set', look: grid.set },
    { name: 'inherited', look: undefined },
    { name: 'builtIn', look: grid.builtIn },
    { name: 'noise', look: classNames(grid.set, grid.noise) },
    { name: 'unsaved', look: classNames(grid.set, grid.unsaved) },
    { name: 'depends', look: grid.depends },
  ] as const
  const texts = { builtIn: t('sampleBuiltIn'), depends: t('sampleDepends') }
  const isNarrow = useNarrow()
  const entries = (
    <ul className={styles.legend} aria-label={t('label')}>
      {samples.map(({ name, look }) => (
        <li key={name}>
          <span className={classNames(styles.sample, look)} aria-hidden="true">
            {name === 'builtIn' || name === 'depends' ? texts[name] : t('sample')}
          </span>
          {t(name)}
        </li>
      ))}
      <li>
        <Pin aria-hidden="true" />
        {t('pin')}
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
