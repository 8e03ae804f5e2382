import { useTranslations } from 'use-intl'
import { ListColumn } from '#web/components/list-column.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'

/** The list of an area while its code or its data are on their way: what it is called is known already. */
export function PendingList({ area }: { area: 'systemConfigs' | 'storage' }) {
  const t = useTranslations('frame.areas')
  return (
    <ListColumn title={t(area)} filter={null}>
      <Skeleton lines={10} />
    </ListColumn>
  )
}
