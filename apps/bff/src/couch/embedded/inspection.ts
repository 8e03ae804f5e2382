import { ClassicLevel } from 'classic-level'
import { obstacleOf } from './folder-errors.ts'
import { inspectTable, mendTable } from './inspect-table.ts'
import type { Level } from './table.ts'

/**
 * A process of its own: LevelDB ends the process on some damage, and this one may end.
 * Arguments: what to do (`inspect` or `mend`), the table, the last acknowledged sequence, where to put a mended table.
 * Prints JSON: `damage`, a sentence or null; `lost`, a list of documents; or the `obstacle`, where it could not be told.
 */
const [task, path = '', acknowledged = '0', mendedPath = ''] = process.argv.slice(2)

async function opened(location: string, createIfMissing: boolean): Promise<Level> {
  const level: Level = new ClassicLevel(location, { keyEncoding: 'utf8', valueEncoding: 'buffer', createIfMissing })
  await level.open()
  return level
}

process.on('uncaughtException', (error) => {
  const obstacle = obstacleOf(error)
  if (obstacle !== undefined) process.stdout.write(JSON.stringify({ obstacle }))
  process.exitCode = obstacle === undefined ? 1 : 0
})

if (task === 'mend') {
  await ClassicLevel.repair(path)
  const damaged = await opened(path, true)
  const mended = await opened(mendedPath, true)
  const lost = await mendTable(damaged, mended, Number(acknowledged))
  await damaged.close()
  await mended.close()
  process.stdout.write(JSON.stringify({ lost }))
} else {
  const level = await opened(path, false)
  const damage = await inspectTable(level, Number(acknowledged))
  await level.close()
  process.stdout.write(JSON.stringify({ damage: damage ?? null }))
}
