export const schema = {
  properties: { path_to_words: { type: 'string', default: '/usr/share/dict/words' } },
}
