import type { Variable } from './env.ts'

/** A variable whose value cannot be used. The message is the one line an operator needs, without any secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(variable: Variable, got: string, takes: string) {
    super(`${variable} is ${got}; it takes ${takes}.`)
  }
}
