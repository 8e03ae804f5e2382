import { describe, expect, it } from 'vitest'
import { misplacedSettings, withinSettings } from './misplaced-settings.ts'

describe(withinSettings, () => {
  it('takes what stands beside the handler into the settings', () => {
    const entry = { handler: 's3', x: 1, field_list: [{ arg: 'id' }], settings: { bucket: 'invented' } }
    expect(misplacedSettings(entry)).toEqual(['field_list'])
    expect(withinSettings(entry)).toEqual({
      handler: 's3',
      x: 1,
      settings: { bucket: 'invented', field_list: [{ arg: 'id' }] },
    })
  })

  it('leaves what the settings say already, as that is what counts', () => {
    const entry = { handler: 's3', folder_base_path: 'beside', settings: { folder_base_path: 'within' } }
    expect(withinSettings(entry)).toEqual({ handler: 's3', settings: { folder_base_path: 'within' } })
  })

  it('finds nothing in a back-end that has all of it in its settings', () => {
    expect(misplacedSettings({ handler: 's3', settings: { field_list: [] } })).toEqual([])
  })
})
