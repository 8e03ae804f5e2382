import { useTranslations } from 'use-intl'
import { JsonEditor } from '#web/components/json-editor.tsx'
import { useStorageDocument } from './document-context.ts'
import styles from './document-json.module.css'
import type { DocumentText } from './use-document-text.ts'

/** The document as JSON, in step with the form. */
export function DocumentJson({ json }: { json: DocumentText }) {
  const t = useTranslations('storage.json')
  const { errors, isReadOnly } = useStorageDocument()
  return (
    <div className={styles.json}>
      <p className={styles.about} role="status" data-problem={json.problem !== undefined}>
        {json.problem === undefined ? t('secrets') : t(json.problem, { brace: '{' })}
      </p>
      <div className={styles.editor}>
        <JsonEditor
          label={t('label')}
          value={json.text}
          onChange={json.setText}
          isReadOnly={isReadOnly}
          problems={errors}
        />
      </div>
    </div>
  )
}
