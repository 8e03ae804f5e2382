import styles from './kbd.module.css'

const isMac = /^Mac/.test(navigator.platform)

/** Keys to press, as on a keyboard: `Ctrl K`. Hidden from screen readers, which hear `aria-keyshortcuts` instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.kbd} aria-hidden="true">
      <kbd>{isMac ? keys.replace('Ctrl', '⌘') : keys}</kbd>
    </span>
  )
}
