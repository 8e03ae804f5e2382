import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button.tsx'

/** Copies a text: ids, commands. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTranslations('components')
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 1_500)
    return () => clearTimeout(timer)
  }, [isCopied])

  return (
    <IconButton
      label={isCopied ? t('copied') : (label ?? t('copy'))}
      icon={isCopied ? <Check /> : <Copy />}
      size="sm"
      onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    />
  )
}
