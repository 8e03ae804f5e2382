import { withAddressesMasked } from '@strata/kazoo-schemas'
import { backup } from './commands/backup.ts'
import { type Command, UsageError } from './commands/command.ts'
import { restore } from './commands/restore.ts'
import { ConfigError } from './config/config.ts'
import { AppError } from './errors/app-error.ts'

/** The commands of `pnpm strata`, by name. */
const commands = new Map<string, Command>(Object.entries({ backup, restore }))

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2)
  const command = commands.get(name)
  if (command === undefined) {
    const usages = [...commands.values()].map(({ usage }) => usage.split('   ')[0])
    return end(2, `Use one of: ${usages.map((usage) => `pnpm strata ${usage}`).join(' | ')}`)
  }
  try {
    end(0, await command.run(args, process.env))
  } catch (error) {
    if (isUsage(error)) {
      const what = error instanceof UsageError ? `${error.message} ` : ''
      return end(2, `${what}Use: pnpm strata ${command.usage}`)
    }
    if (error instanceof ConfigError) return end(2, error.message)
    // Only what nobody foresaw shows its stack.
    end(1, error instanceof AppError ? error.message : error instanceof Error ? (error.stack ?? '') : String(error))
  }
}

/** Ours, and what `parseArgs` says of options that are none. */
function isUsage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS_')
}

function end(status: number, text: string): void {
  const out = status === 0 ? process.stdout : process.stderr
  out.write(withAddressesMasked(`${text}\n`))
  process.exitCode = status
}

await main()
