import type { JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useValueText } from '#web/components/value-text.ts'
import type { CellReading, MatrixCell } from './matrix-cell.ts'
import type { MatrixRow } from './matrix-rows.ts'

const SHORT = 22
const LONG = 120
/** Characters that a cell shows of what the schema says: half a number would be another one. */
const ROOM = 14

export interface CellWords {
  /** What fits into a cell. */
  readonly short: (cell: MatrixCell, row: MatrixRow) => string
  /** All that a cell's looks say, in a sentence. */
  readonly whole: (cell: MatrixCell, row: MatrixRow) => string
}

/** Cells in words. Where nothing is stored, what the schema says is never shown as if nodes were known to read it. */
export function useCellWords(): CellWords {
  const short = useShortWords()
  const whole = useWholeWords()
  return { short, whole }
}

function useShortWords(): CellWords['short'] {
  const t = useTranslations('matrix.cell')
  const text = useValueText(SHORT)
  return useCallback(
    ({ readings, stated }, row) => {
      const words = readings.map(({ value }) => {
        if (row.kind === 'secret' || isSecretMarker(value)) return t(value === undefined ? 'secretUnset' : 'secretSet')
        if (value !== undefined) return text(value)
        const says = stated === undefined ? t('builtIn') : t('builtInSays', { value: text(stated) })
        return says.length > ROOM ? t('builtIn') : says
      })
      return [...new Set(words)].join(t('or'))
    },
    [t, text],
  )
}

function useWholeWords(): CellWords['whole'] {
  const t = useTranslations('matrix.says')
  const secret = useTranslations('matrix.cell')
  const text = useValueText(LONG)
  return useCallback(
    (cell, row) => {
      const { readings, own, stated } = cell
      const valueText = (value: JsonValue) =>
        row.kind === 'secret' || isSecretMarker(value) ? secret('secretSet') : text(value)
      const readingText = ({ value, from, zone }: CellReading) => {
        if (value === undefined) {
          if (row.kind === 'secret') return secret('secretUnset')
          return stated === undefined ? t('builtIn') : t('builtInSays', { value: text(stated) })
        }
        if (own !== undefined) return t('own', { value: valueText(value) })
        return from === 'zone'
          ? t('zone', { value: valueText(value), zone: zone ?? '' })
          : t('default', { value: valueText(value) })
      }
      const supposed = (reading: CellReading) =>
        reading.zone === undefined
          ? t('ifNone', { reading: readingText(reading) })
          : t('ifZone', { reading: readingText(reading), zone: reading.zone })
      const said =
        readings.length === 1
          ? readings.map(readingText)
          : [readings.map(supposed).reduce((first, second) => t('or', { first, second }))]
      return [
        ...said,
        ...(cell.isNoise ? [t('noise')] : []),
        ...(cell.isPin ? [t('pin')] : []),
        ...(cell.maskedBy.length > 0
          ? [t('masked', { zones: cell.maskedBy.join(', '), count: cell.maskedBy.length })]
          : []),
        ...(cell.isUnsaved ? [t('unsaved')] : []),
        ...(cell.isDropped ? [t('dropped')] : []),
        ...(cell.error === undefined ? [] : [t('invalid', { message: cell.error })]),
      ].join('; ')
    },
    [t, secret, text],
  )
}
