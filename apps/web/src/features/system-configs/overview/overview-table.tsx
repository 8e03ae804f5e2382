import { type ReactNode, useId } from 'react'
import styles from './system-configs-overview.module.css'

interface OverviewTableProps {
  title: string
  columns: readonly string[]
  /** Each with its heading first. */
  rows: readonly { key: string; heading: ReactNode; cells: readonly ReactNode[] }[]
}

/** One question of the day with its answer, a row each. */
export function OverviewTable({ title, columns, rows }: OverviewTableProps) {
  const heading = useId()
  return (
    <section className={styles.part}>
      <h2 className={styles.heading} id={heading}>
        {title}
      </h2>
      <table className={styles.table} aria-labelledby={heading}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading: first, cells }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
