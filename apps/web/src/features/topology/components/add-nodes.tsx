import { Plus } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { TextField } from '#web/components/text-field.tsx'
import type { DraftedNode } from '../drafted-nodes.ts'
import { namesIn, nodeProblem, zoneProblem } from '../name-problems.ts'
import styles from './add-nodes.module.css'
import { ZoneField } from './zone-field.tsx'

interface AddNodesProps {
  nodes: readonly DraftedNode[]
  zones: readonly string[]
  onAdd: (names: readonly string[], zone: string | null) => void
}

/** Asks for nodes by name, and for their zone. */
export function AddNodes({ nodes, zones, onAdd }: AddNodesProps) {
  const t = useTranslations('topology.add')
  const [isOpen, setOpen] = useState(false)
  const form = useId()
  return (
    <>
      <Button icon={<Plus />} onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog
        title={t('title')}
        size="sm"
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <Button variant="primary" type="submit" form={form}>
            {t('submit')}
          </Button>
        }
      >
        <NodesForm
          id={form}
          nodes={nodes}
          zones={zones}
          onSubmit={(names, zone) => {
            setOpen(false)
            onAdd(names, zone)
          }}
        />
      </Dialog>
    </>
  )
}

interface NodesFormProps {
  id: string
  nodes: readonly DraftedNode[]
  zones: readonly string[]
  onSubmit: (names: readonly string[], zone: string | null) => void
}

function NodesForm({ id, nodes, zones, onSubmit }: NodesFormProps) {
  const t = useTranslations('topology.add')
  const [text, setText] = useState('')
  const [typedZone, setZone] = useState('')
  const [isChecked, setChecked] = useState(false)
  const names = namesIn(text)
  const zone = typedZone.trim()
  const problem = useNamesProblem(names, nodes)
  const wrongZone = zone === '' ? undefined : zoneProblem(zone)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (problem === undefined && wrongZone === undefined) onSubmit(names, zone === '' ? null : zone)
  }

  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('nodes')}
        description={t('nodesHint')}
        placeholder="kazoo_apps@app1.example.net"
        isCode
        rows={4}
        autoFocus
        value={text}
        onChange={setText}
        errorMessage={isChecked ? problem : undefined}
      />
      <ZoneField
        hint={t('zoneHint')}
        zones={zones}
        value={typedZone}
        problem={isChecked ? wrongZone : undefined}
        onChange={setZone}
      />
    </form>
  )
}

/** What is wrong with the first name that cannot be added. */
function useNamesProblem(names: readonly string[], nodes: readonly DraftedNode[]): string | undefined {
  const t = useTranslations('topology.add.problem')
  if (names.length === 0) return t('missing')
  const listed = new Set(nodes.filter(({ source }) => source !== 'section').map(({ name }) => name))
  for (const name of names) {
    const problem = nodeProblem(name) ?? (listed.has(name) ? 'taken' : undefined)
    if (problem !== undefined) return t(problem, { name })
  }
  return undefined
}
