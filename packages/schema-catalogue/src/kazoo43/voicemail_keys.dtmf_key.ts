export const schema = {
  type: 'string',
  enum: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'],
  maxLength: 1,
  minLength: 1,
}
