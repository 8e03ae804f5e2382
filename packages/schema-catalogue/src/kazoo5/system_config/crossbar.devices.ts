import { crossbarDevices } from '../../kazoo43/system_config/crossbar.devices.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const crossbarDevices5: KazooSchema = changed(crossbarDevices, {
  properties: {
    always_registered_device_types: {
      type: 'array',
      default: ['application', 'cellphone', 'sip_url', 'landline', 'smartphone'],
      items: { type: 'string' },
    },
    check_sync_event: { type: 'string', default: 'check-sync' },
    not_registrable_device_types: {
      type: 'array',
      default: ['application', 'cellphone', 'sip_url', 'landline', 'smartphone'],
      items: { type: 'string' },
    },
  },
})
