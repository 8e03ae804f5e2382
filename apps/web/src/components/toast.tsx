import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { Button } from './button.tsx'
import styles from './toast.module.css'

export interface ToastMessage {
  title: string
  description?: string
  tone?: 'info' | 'good' | 'bad'
  /** What it is news of: it takes the place of what was told before of the same. */
  about?: 'save'
  /** Something to do about it, "Undo" above all; closes the toast. */
  action?: { label: string; onPress: () => void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/**
 * Tells the operator something that needs no answer. Gives the way to take it away again.
 * - goes by itself after 6 s, with an action after 12 s; failures stay until dismissed
 */
export function showToast(message: ToastMessage): () => void {
  const timeout = message.tone === 'bad' ? undefined : message.action === undefined ? 6_000 : 12_000
  if (message.about !== undefined) dismissAbout(message.about)
  const key = queue.add(message, timeout === undefined ? {} : { timeout })
  return () => queue.close(key)
}

/** Takes away what was told of something that stands otherwise now. */
export function dismissAbout(about: NonNullable<ToastMessage['about']>): void {
  for (const toast of queue.visibleToasts) if (toast.content.about === about) queue.close(toast.key)
}

/** Takes all of them away: what was told to one operator is not for the next. */
export function dismissToasts(): void {
  queue.clear()
}

const ICONS = { info: <Info />, good: <CircleCheck />, bad: <CircleAlert /> }

/** Where toasts appear; once a page. F6 moves the focus here. */
export function ToastRegion() {
  const t = useTranslations('components')
  return (
    <AriaToastRegion queue={queue} aria-label={t('notifications')} className={classNames(styles.region)}>
      {({ toast }) => {
        const { title, description, tone = 'info', action } = toast.content
        return (
          <Toast toast={toast} className={classNames(styles.toast, styles[tone])}>
            {ICONS[tone]}
            <ToastContent className={classNames(styles.content)}>
              <Text slot="title" className={classNames(styles.title)}>
                {title}
              </Text>
              {description === undefined ? null : (
                <Text slot="description" className={classNames(styles.description)}>
                  {description}
                </Text>
              )}
            </ToastContent>
            {action === undefined ? null : (
              <Button
                size="sm"
                onPress={() => {
                  action.onPress()
                  queue.close(toast.key)
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton slot="close" aria-label={t('dismiss')} className={classNames(styles.close)}>
              <X />
            </AriaButton>
          </Toast>
        )
      }}
    </AriaToastRegion>
  )
}
