import type { BackupCounts } from '#bff/backup/backup-line.ts'

/** `3 databases with 1 document and 0 attachments` */
export function inWords({ databases, documents, attachments }: BackupCounts): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  const [files, texts] = [counted(attachments, 'attachment'), counted(documents, 'document')]
  return `${counted(databases, 'database')} with ${texts} and ${files}`
}
