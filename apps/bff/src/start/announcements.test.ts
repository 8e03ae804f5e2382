import { describe, expect, it } from 'vitest'
import { createLogger } from '../logging/logger.ts'
import { createAnnouncements } from './announcements.ts'

const PASSWORD = 'invented-password'
const administrator = { account: 'master', username: 'admin', password: PASSWORD }

function heard(hasTerminal: boolean, say: (announce: ReturnType<typeof createAnnouncements>) => void) {
  const lines: string[] = []
  const printed: string[] = []
  const logger = createLogger({ level: 'info', readable: false, destination: { write: (line) => lines.push(line) } })
  say(createAnnouncements({ hasTerminal, logger, print: (text) => printed.push(text) }))
  return { printed: printed.join(''), logged: lines.join('') }
}

describe(createAnnouncements, () => {
  it('prints a random password to a terminal, and logs it nowhere', () => {
    const { printed, logged } = heard(true, (announce) =>
      announce.administrator({ ...administrator, isPasswordRandom: true }, '/data/initial-admin'),
    )
    expect(printed).toMatch(/account +username +password\n +master +admin +invented-password\n/)
    expect(logged).toBe('')
  })

  it('tells where a random password is when there is no terminal', () => {
    const { printed, logged } = heard(false, (announce) =>
      announce.administrator({ ...administrator, isPasswordRandom: true }, '/data/initial-admin'),
    )
    expect(printed).toBe('')
    expect(JSON.parse(logged)).toMatchObject({ account: 'master', username: 'admin' })
    expect(logged).toContain('/data/initial-admin')
    expect(logged).not.toContain(PASSWORD)
  })

  for (const hasTerminal of [true, false]) {
    it(`shows a password that was given nowhere, ${hasTerminal ? 'with' : 'without'} a terminal`, () => {
      const { printed, logged } = heard(hasTerminal, (announce) =>
        announce.administrator({ ...administrator, isPasswordRandom: false }, '/data/initial-admin'),
      )
      expect(logged).toContain('made the administrator')
      expect(printed + logged).not.toContain(PASSWORD)
      expect(printed + logged).not.toContain('/data/initial-admin')
    })
  }
})
