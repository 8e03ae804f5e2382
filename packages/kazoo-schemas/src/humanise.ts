const acronyms = new Map(
  (
    'ACDC ACL AMQP API ASR AWS BCC CA CCCP CCV CDR CID CIDR CNAM CSV DB DID DNS DTMF E164 E911 EDR EPMD FF FS FTP HTML ' +
    'HTTP HTTPS ID IM IP JSON JWT LRU MIME MODB MOH MWI MX PDF PID PIN RTCP RTP RW S3 SIP SMS SMTP SSL T38 TCP TIFF TLS ' +
    'TTL TTS UDP UI URI URL UUID VLC VM XML XMPP YODB'
  )
    .split(' ')
    .flatMap((word) => [
      [word.toLowerCase(), word],
      [`${word.toLowerCase()}s`, `${word}s`],
    ]),
)

const names = new Map(
  'APNs Azure BigCouch CouchDB Dropbox FreeSWITCH Google Kamailio KAZOO OAuth OneDrive OpenOffice WebRTC'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
)

/**
 * A label for a key or a category: `acl_request_timeout_ms` gives `ACL request timeout`, `crossbar.auth` `Crossbar auth`.
 * - the unit at the end (`_ms`, `_s`, `_sec`, `_d`, `_in_ms`) is left out: it stands beside the value (`unitOf`)
 * - acronyms and proper names keep their capitals; a key without a word in it stays as it is
 */
export function humanise(key: string): string {
  const words = withoutUnit(key)
    .split(/[._\-\s]+/)
    .filter((word) => word !== '')
  const label = words.map((word) => acronyms.get(word.toLowerCase()) ?? names.get(word.toLowerCase()) ?? word).join(' ')
  return label === '' ? key : label.charAt(0).toUpperCase() + label.slice(1)
}

function withoutUnit(key: string): string {
  return key.replace(/(?<=[a-z0-9])(_in)?_(ms|s|sec|d)$/, '')
}
