export const schema = {
  properties: {
    should_enforce_strength: { type: 'boolean', default: false },
    should_prevent_reuse: { type: 'boolean', default: false },
    strength_regexes: {
      type: 'object',
      default: {
        digit: { message: 'at least one digit is required', regex: '[0-9]' },
        lower_case: { message: 'at least one lower case character is required', regex: '[a-z]' },
        minimum_length: { message: 'minimum password length is 10 characters', regex: '^.{10,}$' },
        special: {
          message: 'at least one special character is required',
          regex: '[-_.,<>!?@#$%^&*=+(){}[\\]/\\\\|;:\'"]',
        },
        upper_case: { message: 'at least one upper case character is required', regex: '[A-Z]' },
      },
    },
  },
}
