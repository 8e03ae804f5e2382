export const schema = {
  properties: {
    hangups_to_monitor: {
      type: 'array',
      default: [
        'CALL_REJECTED',
        'MANDATORY_IE_MISSING',
        'NO_ROUTE_DESTINATION',
        'PROGRESS_TIMEOUT',
        'RECOVERY_ON_TIMER_EXPIRE',
        'WRONG_CALL_STATE',
      ],
      items: { type: 'string' },
    },
    ignore_hangup_causes: {
      type: 'array',
      default: [
        'ALLOTTED_TIMEOUT',
        'ATTENDED_TRANSFER',
        'LOSE_RACE',
        'NORMAL_CLEARING',
        'NO_ANSWER',
        'NO_USER_RESPONSE',
        'ORIGINATOR_CANCEL',
        'USER_BUSY',
        'PICKED_OFF',
      ],
      items: { type: 'string' },
    },
  },
}
