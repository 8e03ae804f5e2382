/** The text without the slashes at its end; one pass, as a pattern's search begins anew at each slash. */
export function withoutTrailingSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}
