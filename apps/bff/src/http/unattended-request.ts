import { createRequest } from './request.ts'
import type { ApiRequest } from './route.ts'

/** The request in whose name the server writes when no client asked: at the first start, and from the command line. */
export function unattendedRequest(id: string): ApiRequest {
  return createRequest({
    id,
    method: 'PUT',
    path: '',
    params: {},
    query: {},
    data: {},
    envelope: {},
    session: undefined,
    redact: false,
    client: { address: '', isSecure: false },
    header: () => undefined,
  })
}
