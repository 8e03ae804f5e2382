import type { Target } from './targets.ts'

/** What a request without a body can be made of: its address and headers, which Node bounds at 16 KiB. */
export interface HeadShape {
  readonly name: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

const most = 14_000

/** The ways to ask for a target. */
export function headShapes({ path, query, route }: Target): readonly HeadShape[] {
  const join = query === '' ? '?' : '&'
  const asked = (name: string, more: string): HeadShape => ({
    name,
    path: `${path}${query}${join}${more}`,
    headers: {},
  })
  const headed = (name: string, headers: Record<string, string>): HeadShape => ({ name, path: path + query, headers })
  return [
    headed('as it is', {}),
    asked('with defaults', 'with_defaults=true&internals=true&pretty_print=true'),
    asked('all at once', 'paginate=false&page_size=1000000000&limit=1000000000&descending=true'),
    asked('a start key', `start_key=${'z'.repeat(most)}`),
    asked('a start key of ours', `start_key=${Buffer.from(JSON.stringify(['z'.repeat(8000)])).toString('base64url')}`),
    asked('a long search', `search=${'a'.repeat(most / 2)}&filter_name=${'a'.repeat(most / 3)}`),
    asked('a search of patterns', `search=${encodeURIComponent('(a+)+$.*'.repeat(300))}&key=${'%22'.repeat(500)}`),
    asked('many parameters', Array.from({ length: 1500 }, (_, n) => `p${n}=${n}`).join('&')),
    headed('many tags', { 'if-none-match': Array.from({ length: 1500 }, (_, n) => `"t${n}"`).join(',') }),
    headed('a long request id', { 'x-request-id': 'x'.repeat(most), cookie: 'a=b; '.repeat(200) }),
    ...(route.includes(':') ? [escaped(path, query, '%F0%9F%92%BE'), escaped(path, query, '%2e%2e%2f')] : []),
  ]
}

/** The last parameter's place taken by escapes. */
function escaped(path: string, query: string, text: string): HeadShape {
  const rest = path.slice(0, path.lastIndexOf('/') + 1)
  return { name: `escapes in the path (${text})`, path: rest + text.repeat(most / text.length) + query, headers: {} }
}
