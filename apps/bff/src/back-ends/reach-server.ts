import { negotiateTls, openConnection } from './outbound/handshake.ts'
import type { Outbound } from './outbound/outbound.ts'
import type { Steps } from './steps.ts'

/** Finds a server, connects to it, and sees whom it says it is: the steps that all tests begin with. */
export async function reachServer(url: URL, steps: Steps, outbound: Outbound, clock: () => Date): Promise<void> {
  await steps.run('resolve', async (signal) => {
    const addresses = await outbound.addresses(url.hostname, signal)
    return { value: undefined, message: `${url.hostname} is ${addresses.map(({ address }) => address).join(', ')}.` }
  })
  const socket = await steps.run('connect', async (signal) => {
    const value = await openConnection(url, outbound, signal)
    return { value, message: `Port ${value.remotePort} of ${value.remoteAddress} answers.` }
  })
  try {
    if (url.protocol !== 'https:') return steps.skip('tls', 'The address says http: nothing is encrypted.')
    await steps.run('tls', async (signal) => {
      const value = await negotiateTls(socket, url, outbound, { now: clock(), signal })
      return { value, message: `${value.name}, ${value.daysLeft} days left.` }
    })
  } finally {
    socket.destroy()
  }
}
