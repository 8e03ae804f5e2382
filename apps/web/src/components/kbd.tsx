import styles from './kbd.module.css'

/** Keys to press, as on a keyboard: `Ctrl K`. Hidden from screen readers, which hear `aria-keyshortcuts` instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.kbd} aria-hidden="true">
      <kbd>{keys}</kbd>
    </span>
  )
}
