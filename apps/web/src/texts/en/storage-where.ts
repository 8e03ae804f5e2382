/** Texts of "Where does it go?": the map, the question bar, the plan an account follows, whom a change touches. */
export const storageWhere = {
  map: {
    view: 'Map',
    label: 'Routing map',
    belowHidden:
      'What the account, its plan and the system define is for account admins to see. The map shows what is set here.',
    change: 'Where {type} goes',
    goes: { files: 'Files go to {place}', documents: 'Documents go to {place}' },
    hidden: { files: 'Files go where it says', documents: 'Documents go where it says' },
    dangling: 'Leads to “{place}”, which no layer defines',
    undefined: 'no layer defines it: choose another, or define it',
    beside: 'files stay beside their documents',
    unused: 'not used',
    elsewhere: 'used elsewhere only',
    receives: 'Gets {routes}.',
    places: { files: 'Files go to', documents: 'Documents go to' },
    legend: { own: 'set here', inherited: 'inherited', documents: 'documents', dangling: 'leads nowhere' },
  },
  ask: {
    title: 'Where does it go?',
    type: 'Which documents',
    class: 'Database',
    user: 'Of the user',
    nobody: 'whoever owns it',
    unknownUser: 'No user of this account has that name. Choose one of the list.',
    everythingElse: 'everything else',
    unsaved: 'with your unsaved changes',
    show: 'Show',
    account: 'Account',
    choose: 'Choose an account to see where its documents go.',
    another: 'Another account',
    about: {
      plan: 'for an account that follows this plan and sets nothing else',
      system: 'for an account that sets nothing itself',
    },
  },
  answer: {
    goes: '{type, select, mailbox_message {Voicemail audio goes} call_recording {Call recordings go} fax {Fax pages go} media {Music and prompts go} private_media {Private media go} function {Function code goes} system_media {System prompts go} faxes {Files of the database of faxes go} functions {Files of the database of functions go} everything {Files of everything else go} other {Files of “{name}” go}} to <b>{place}</b>',
    stays:
      '{type, select, mailbox_message {Voicemail audio stays} call_recording {Call recordings stay} fax {Fax pages stay} media {Music and prompts stay} private_media {Private media stay} function {Function code stays} system_media {System prompts stay} faxes {Files of the database of faxes stay} functions {Files of the database of functions stay} everything {Files of everything else stay} other {Files of “{name}” stay}} in CouchDB, beside their documents.',
    placePart: ', {title} <code>{value}</code>',
    path: ', as <code>{path}</code>',
    stub: 'CouchDB keeps a copy of the files, too.',
    documentsLocal: 'The documents themselves stay in this cluster’s CouchDB (local).',
    documents: 'The documents themselves go to the connection <b>{name}</b>.',
    backEnd: '{kind} “{name}”',
    undefinedBackEnd: '“{id}”, which nothing defines',
    couch: 'CouchDB itself',
    noName: 'without a name',
    decidedBy: 'Decided by the route of <code>{rule}</code> in {layer}',
    decidedOther: '; the {parts} by {layer}',
    decidedByNobody: 'No document says anything else.',
    copyAddress: 'Copy the address',
    hostHeader: 'asked by the name <code>{name}</code>',
    nameless:
      'The settings give a file no name, so that no node can store it. Say in the path of files what each is called.',
    parts: {
      backEnd: 'Files',
      bucket: 'Bucket',
      container: 'Container',
      account: 'Storage account',
      folder_id: 'Folder id',
      host: 'Server',
      region: 'Region',
      signing_region: 'Signed for region',
      oauth_doc_id: 'Connected account',
      oauth_app_id: 'OAuth app',
      folder_path: 'Folder',
      path: 'Path of a sample',
      connection: 'Documents',
      address: 'A sample would be sent to',
    },
    inLayer: {
      'built-in': 'KAZOO’s own defaults',
      system: 'the system’s document',
      plan: 'the plan “{name}”',
      account: 'the account’s document',
      user: 'the user’s document',
    },
    byLayer: {
      'built-in': 'KAZOO’s own defaults',
      system: 'the system',
      plan: 'the plan “{name}”',
      account: 'the account',
      user: 'the user',
    },
    chip: { 'built-in': 'built in', system: 'system', plan: 'plan {name}', account: 'account', user: 'user' },
  },
  problems: {
    'undefined-back-end':
      'A rule in {layer} names the back-end “{id}”, which no document defines: KAZOO fails to store these files. Define it there, or choose another.',
    'undefined-connection':
      'A rule in {layer} names the connection “{id}”, which no document defines: KAZOO fails to store these documents. Define it there, or choose another.',
    'incomplete-back-end':
      'The back-end “{id}” lacks its {key} in {layer}: KAZOO fails to store these files. Complete it, or choose another.',
    'no-plan':
      'No layer has a plan for “{id}” that holds here: KAZOO does not know where to store this. See what {layer} says of the class.',
    'account-not-found':
      'KAZOO does not find the account {id} by this name of its database: the account’s document and the plan it follows do not count here, the system’s rule does.',
  },
  assign: {
    label: 'Storage plan',
    effect: 'An account follows a plan once it is chosen on the storage page of the account.',
    state: {
      none: 'Follows no plan: the system’s storage lies below the account’s own.',
      complete: 'Follows the plan <b>{name}</b>.',
      'half-done':
        'A change to the plan <b>{name}</b> was cut off: nodes still follow {followed}. Finish it, or choose another.',
      'unknown-plan':
        'Follows a plan that does not exist, <b>{name}</b>: only the system’s storage lies below. Choose another.',
    },
    halfCleared: 'Leaving the plan was cut off: nodes still follow {followed}. Finish it, or choose another.',
    noPlan: 'none',
    idle: 'It does not count yet: KAZOO follows a plan only beside a storage document of the account.',
    choose: 'Choose a plan',
    change: 'Change',
    finish: 'Finish',
    title: 'Plan of this account',
    plan: 'Plan',
    none: 'No plan',
    owner: { system: 'of the system', reseller: 'of the reseller' },
    follow: 'Follow this plan',
    clear: 'Follow no plan',
    followText:
      'What the plan says counts before the system’s storage; what the account itself sets counts before both.',
    clearText: 'The system’s storage holds again wherever the account sets nothing itself. Its own document stays.',
    makesDocument:
      'A plan takes effect only beside a storage document of the account, and there is none: an empty one is made with it.',
    done: 'The account follows {name}',
    cleared: 'The account follows no plan',
    doneText: 'Running nodes keep the old plan until it is flushed.',
    failed: 'The plan was not changed',
  },
  touched: {
    label: 'Accounts this touches',
    followedBy:
      '{count, plural, =0 {followed by no account} one {followed by # account} other {followed by # accounts}}',
    countsFor: '{count, plural, =0 {counts for no account} one {counts for # account} other {counts for # accounts}}',
    touches: '{count, plural, one {Saving touches # account:} other {Saving touches # accounts:}}',
    named: '{names} and {rest} more.',
    all: 'List them',
    more: 'and {count} more',
    inUse:
      '{count, plural, one {# account follows it and falls} other {# accounts follow it and fall}} back to the system’s storage. Files that were stored by this plan can no longer be read back:',
    breaks: '{count, plural, one {Breaks the storage of # account} other {Breaks the storage of # accounts}}',
    breaksText:
      'These places name back-ends or connections that nothing would define any more: KAZOO fails to store what they send there. Change them first, or keep what they name.',
    places: 'Show where',
    understood: '{count, plural, one {Take the plan from this account} other {Take the plan from these # accounts}}',
    systemInUse:
      '{count, plural, one {It counts for # account, which falls} other {It counts for # accounts, which fall}} back to what KAZOO has built in. Files that were stored by it can no longer be read back:',
    systemUnderstood:
      '{count, plural, one {Take the system’s storage from this account} other {Take the system’s storage from these # accounts}}',
  },
} as const
