import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '#web/components/icon-button.tsx'
import { useFolds } from '#web/components/schema-form/folds.tsx'
import { usePageAction } from '#web/lib/page-actions.ts'
import { useShortcut } from '#web/lib/use-shortcut.ts'

/** Opens or closes every group, list and map of the form. */
export function FoldAll() {
  const t = useTranslations('systemConfigs.filter')
  const folds = useFolds()
  const expand = { label: t('expandAll'), shortcut: 'e', run: () => folds.chooseAll(true) }
  const collapse = { label: t('collapseAll'), shortcut: 'c', run: () => folds.chooseAll(false) }
  usePageAction(expand, true)
  usePageAction(collapse, true)
  useShortcut({ key: expand.shortcut }, expand.run)
  useShortcut({ key: collapse.shortcut }, collapse.run)
  return (
    <>
      <IconButton icon={<UnfoldVertical />} label={expand.label} shortcut={expand.shortcut} onPress={expand.run} />
      <IconButton icon={<FoldVertical />} label={collapse.label} shortcut={collapse.shortcut} onPress={collapse.run} />
    </>
  )
}
