import { type ReactNode, useState } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import type { en } from '#web/texts/en/index.ts'
import styles from './term.module.css'

type GlossaryTerm = keyof (typeof en)['glossary']

/** A word of KAZOO's with what it means, told by hover, by focus, and by a press where nothing hovers. */
export function Term({ term, children }: { term: GlossaryTerm; children: ReactNode }) {
  const t = useTranslations('glossary')
  const [isOpen, setOpen] = useState(false)
  return (
    <TooltipTrigger delay={300} closeDelay={80} isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={classNames(styles.term)} onPress={() => setOpen(true)}>
        {children}
      </Button>
      <Tooltip className={classNames(styles.meaning)} offset={6} placement="bottom start">
        {t(term)}
      </Tooltip>
    </TooltipTrigger>
  )
}

/** What stands for a marked word in `t.rich`: `<override>…</override>` by `{ override: termTag('override') }`. */
export function termTag(term: GlossaryTerm) {
  return (text: ReactNode) => (
    <Term key={term} term={term}>
      {text}
    </Term>
  )
}
