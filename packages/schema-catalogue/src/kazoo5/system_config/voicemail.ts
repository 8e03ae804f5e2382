export const schema = {
  properties: {
    after_forward_action: { type: 'string', default: 'save', enum: ['prompt', 'save'] },
    vm_message_forward_type: { type: 'string', default: 'only_forward', enum: ['only_forward', 'prepend_forward'] },
  },
}
