/**
 * A value as one segment of a path, as KAZOO encodes it: reserved characters of ASCII in percent notation, all others,
 * those beyond ASCII included, as they are.
 * Source: kz_http_util:urlencode/1.
 */
export function encodeSegment(text: string): string {
  return text.replaceAll(/[;:@&=+,/?#[\]<>"{}|\\'^% ]/g, percent)
}

/** The text without percent notation; what is no such notation stays. */
export function decodeSegment(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * A path as a request to S3 has it: everything but letters, digits and `-_.~/` in percent notation.
 * Source: erlcloud_http:url_encode_loose/1.
 */
export function encodePath(path: string): string {
  const encoded = encodeURIComponent(path.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
  return encoded.replaceAll('%2F', '/').replaceAll(/[!'()*]/g, percent)
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
