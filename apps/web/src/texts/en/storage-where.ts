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
} as const
