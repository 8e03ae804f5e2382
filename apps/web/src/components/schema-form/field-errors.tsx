import { partIds } from './form-parts.ts'
import styles from './schema-form.module.css'

/** What is wrong with a field; always there, so that screen readers hear what appears. */
export function FieldErrors({ id, errors }: { id: string; errors: readonly string[] }) {
  return (
    <div id={partIds(id).errors} className={styles.errors} role="status">
      {[...new Set(errors)].map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  )
}
