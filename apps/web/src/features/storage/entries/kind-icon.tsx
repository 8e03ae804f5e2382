import { Boxes, CircleHelp, Cloud, Cylinder, Globe, PackageOpen, Triangle, Warehouse } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BackEndKind } from './back-end-kinds.ts'
import styles from './entry-card.module.css'

const icons: Readonly<Record<BackEndKind, ReactNode>> = {
  s3: <Cylinder />,
  azure: <Boxes />,
  google_storage: <Warehouse />,
  google_drive: <Triangle />,
  dropbox: <PackageOpen />,
  onedrive: <Cloud />,
  http: <Globe />,
}

/** The sign of a kind of back-end; its name always stands beside it. */
export function KindIcon({ kind }: { kind: BackEndKind | undefined }) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {kind === undefined ? <CircleHelp /> : icons[kind]}
    </span>
  )
}
