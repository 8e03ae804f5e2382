import { Compartment, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { jsonProblems } from './code-mirror-diagnostics.ts'
import styles from './code-mirror-json.module.css'
import { jsonExtensions } from './code-mirror-setup.ts'
import type { JsonEditorProps, JsonProblem } from './json-editor-props.ts'

const NO_PROBLEMS: readonly JsonProblem[] = []

/**
 * CodeMirror inside a shadow root: there it keeps its styles in a constructed style sheet, which a strict
 * `style-src` allows, where it would put a style element into a document.
 */
export function CodeMirrorJson({
  label,
  value,
  onChange,
  isReadOnly = false,
  problems = NO_PROBLEMS,
}: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const settings = useRef(new Compartment())
  const changed = useEffectEvent((text: string) => onChange?.(text))
  const initial = useEffectEvent(() =>
    EditorState.create({
      doc: value,
      extensions: [
        jsonExtensions,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        settings.current.of(settingsOf(isReadOnly, problems)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString())
        }),
      ],
    }),
  )

  useLayoutEffect(() => {
    if (host.current === null) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const editor = new EditorView({ state: initial(), parent: root, root })
    view.current = editor
    return () => editor.destroy()
  }, [])

  useEffect(() => {
    const editor = view.current
    if (editor === null || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])

  useEffect(() => {
    view.current?.dispatch({ effects: settings.current.reconfigure(settingsOf(isReadOnly, problems)) })
  }, [isReadOnly, problems])

  return <div ref={host} className={styles.host} />
}

/** Read-only text can still be focused, scrolled, searched and copied by keyboard. */
function settingsOf(isReadOnly: boolean, problems: readonly JsonProblem[]) {
  return [EditorState.readOnly.of(isReadOnly), jsonProblems.of(problems)]
}
