import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { VariantHints } from '#web/components/schema-form/field-hints.ts'
import { backEndKinds } from './back-end-kinds.ts'
import { KindIcon } from './kind-icon.tsx'

/** How the kinds of back-ends are shown where one is chosen. */
export function useKindHints(): VariantHints {
  const t = useTranslations('storage.kinds')
  return useMemo(
    () => ({
      layout: 'cards',
      kinds: Object.fromEntries(
        backEndKinds.map((kind) => [
          kind,
          { title: t(`${kind}.title`), description: t(`${kind}.description`), icon: <KindIcon kind={kind} /> },
        ]),
      ),
    }),
    [t],
  )
}
