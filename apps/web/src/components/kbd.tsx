import styles from './kbd.module.css'

const isMac = /^Mac/.test(navigator.platform)

interface KbdProps {
  keys: string
  /** Read out as well. Beside a button it is not: screen readers hear its `aria-keyshortcuts`. */
  isRead?: boolean
}

/** Keys to press, as on a keyboard: `Ctrl K`. */
export function Kbd({ keys, isRead = false }: KbdProps) {
  return (
    <span className={styles.kbd} aria-hidden={!isRead}>
      <kbd>{isMac ? keys.replace('Ctrl', '⌘') : keys}</kbd>
    </span>
  )
}
