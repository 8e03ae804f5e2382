import { type HandlerKind, handlerKinds } from '@strata/storage-plan'
import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { KindIcon } from './back-end-kinds.tsx'
import styles from './kind-grid.module.css'

interface KindGridProps {
  title: string
  onChoose: (kind: HandlerKind) => void
  onCancel?: () => void
}

/** The kinds of back-ends to make a new one of. */
export function KindGrid({ title, onChoose, onCancel }: KindGridProps) {
  const t = useTranslations('storage.kinds')
  const components = useTranslations('components')
  const id = useId()
  const grid = useRef<HTMLUListElement>(null)
  const isAsked = onCancel !== undefined

  useEffect(() => {
    if (isAsked) grid.current?.querySelector('button')?.focus()
  }, [isAsked])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever inside the focus is.
    <div
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.()
      }}
    >
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {onCancel === undefined ? null : (
          <IconButton size="sm" icon={<X />} label={components('cancel')} onPress={onCancel} />
        )}
      </div>
      <ul ref={grid} className={styles.grid} aria-labelledby={id}>
        {handlerKinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.kind} onClick={() => onChoose(kind)}>
              <KindIcon kind={kind} />
              <span>
                <span className={styles.name}>{t(`${kind}.title`)}</span>
                <span className={styles.about}>{t(`${kind}.description`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
