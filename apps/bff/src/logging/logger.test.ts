import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { createLogger, subsystemLogger } from './logger.ts'

function logged(readable: boolean, write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  write(createLogger({ level: 'info', readable, destination }))
  return lines.join('')
}

describe(createLogger, () => {
  it('writes one JSON object a line, with a time, a named level and the subsystem', () => {
    const lines = logged(false, (logger) => {
      subsystemLogger(logger, 'http').info({ status: 200 }, 'GET /v2/about')
      logger.warn('second')
      logger.debug('below the level')
    })
    const [first, second, rest] = lines.split('\n')
    expect(JSON.parse(first ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      subsystem: 'http',
      status: 200,
      msg: 'GET /v2/about',
    })
    expect(JSON.parse(second ?? '')).toMatchObject({ level: 'warn', msg: 'second' })
    expect(rest).toBe('')
  })

  it('writes readable lines where it is told to', () => {
    const lines = logged(true, (logger) => logger.info({ status: 200 }, 'hello'))
    expect(lines).toContain('hello')
    expect(lines).toContain('status')
    expect(() => JSON.parse(lines)).toThrow()
  })

  for (const { note, value } of [
    { note: 'the token header', value: { headers: { 'X-Auth-Token': 'hush' } } },
    { note: 'the authorization header', value: { headers: { authorization: 'Basic hush' } } },
    { note: 'cookies', value: { headers: { cookie: 'a=hush', 'set-cookie': ['a=hush'] } } },
    { note: 'private members', value: { document: { pvt_api: 'hush' } } },
    { note: "an attachment handler's settings", value: { attachments: [{ settings: { bucket: 'hush' } }] } },
    { note: 'passwords', value: { admin: { password: 'hush' } } },
    { note: 'passwords by other names', value: { smtp_pass: 'hush', dbpassword: 'hush', pwd: 'hush' } },
    { note: 'API keys', value: { data: { api_key: 'hush' } } },
    { note: 'user information of an address', value: { url: 'https://hush:hush@h/in' } },
    { note: 'query values of an address', value: { asked: ['GET https://h/in?key=hush&a=hush'] } },
    { note: 'secrets of an address as an object', value: { target: new URL('https://hush@h/?key=hush') } },
    {
      note: 'secrets of addresses in what an error says',
      value: { err: new Error('to https://hush@h/?a=hush', { cause: new Error('amqp://u:hush@h') }) },
    },
    {
      note: 'what an error carries',
      value: { err: Object.assign(new Error('failed'), { request: { body: 'hush' } }) },
    },
    {
      note: "what an error's data say",
      value: { err: new AppError('invalid', 'wrong', { data: { a: 'hush' }, cause: { password: 'hush' } }) },
    },
  ]) {
    it(`leaves out ${note}`, () => {
      const lines = logged(false, (logger) => logger.info(value, 'message'))
      expect(lines).not.toContain('hush')
      expect(lines).toContain('message')
    })
  }

  it('leaves the secrets of addresses out of messages', () => {
    const lines = logged(false, (logger) => {
      logger.info('asked https://hush@h/in?key=hush')
      logger.warn({ status: 404 }, 'asked http://u:hush@h/in')
      logger.error(new Error('no answer from https://h/in?key=hush'))
    })
    expect(lines).not.toContain('hush')
    expect(lines).toContain('asked https://•••@h/in?key=•••')
  })

  it('shows an error with its kind, its stack and its causes', () => {
    const cause = new Error('the disk is full')
    const lines = logged(false, (logger) => logger.error({ err: new AppError('upstream', 'not stored', { cause }) }))
    expect(JSON.parse(lines)).toMatchObject({
      level: 'error',
      err: {
        type: 'AppError',
        kind: 'upstream',
        message: 'not stored',
        stack: expect.stringContaining('logger.test.ts'),
        cause: { message: 'the disk is full' },
      },
    })
  })

  it('survives what refers to itself', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(logged(false, (logger) => logger.info({ circle }, 'round'))).toContain('round')
  })
})
