import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { matrixColumns } from './matrix-columns.ts'
import { MatrixHead } from './matrix-head.tsx'

it('leaves out of a node’s name what all names end in; its whole name is the accessible one', async () => {
  const names = ['app@n1.lon.example.net', 'app@retired.example.net']
  const { columns, groups } = matrixColumns(
    {},
    names.map((name) => ({ name, zone: undefined })),
  )
  const inSight = columns.map((_, index) => ({ index, start: index, end: index + 1, size: 1, key: index, lane: 0 }))
  await renderInConsole(<MatrixHead columns={columns} groups={groups} inSight={inSight} keyWidth={0} columnWidth={1} />)
  const heads = names.map((name) => screen.getByRole('columnheader', { name }))
  expect(heads.map(({ textContent }) => textContent)).toEqual(['app@n1.lon', 'app@retired'])
})
