import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginHistory, type History, redo, step, stepBefore, undo } from './history.ts'

const stepped = (...places: (string | undefined)[]) =>
  places.reduce<History<number>>((history, place) => step(history, history.now + 1, place), beginHistory(0))

describe('the steps of a draft', () => {
  for (const { note, history, expected } of [
    { note: 'one back', history: undo(stepped('a', 'b')), expected: 1 },
    { note: 'steps at one place in a row are one', history: undo(stepped('a', 'b', 'b', 'b')), expected: 1 },
    {
      note: 'a place that was left and entered again is another step',
      history: undo(stepped('a', 'b', 'a')),
      expected: 2,
    },
    {
      note: 'steps that name no place are steps of their own',
      history: undo(stepped(undefined, undefined)),
      expected: 1,
    },
    {
      note: 'after undo, a step at the same place is a new one',
      history: undo(step(undo(stepped('a', 'a')), 9, 'a')),
      expected: 0,
    },
    { note: 'nothing to undo', history: undo(stepped()), expected: 0 },
    { note: 'nothing to do again', history: redo(stepped('a')), expected: 1 },
    { note: 'what was undone is gone after another step', history: redo(step(undo(stepped('a')), 5)), expected: 5 },
  ])
    it(note, () => expect(history.now).toBe(expected))

  it('have one before the first, from which all of them can be made again', () => {
    const before = stepBefore(undo(stepped('a')), -1)
    expect([before.now, undo(before).now, redo(before).now, redo(redo(before)).now]).toEqual([-1, -1, 0, 1])
  })

  it('are all taken back, and all made again', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('a', 'b'), { nil: undefined })), (places) => {
        const made = stepped(...places)
        let back = made
        while (back.past.length > 0) back = undo(back)
        expect(back.now).toBe(0)
        while (back.future.length > 0) back = redo(back)
        expect(back.now).toBe(made.now)
      }),
    )
  })
})
