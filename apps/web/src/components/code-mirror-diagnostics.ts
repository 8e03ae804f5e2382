import { jsonParseLinter } from '@codemirror/lang-json'
import { ensureSyntaxTree, type syntaxTree } from '@codemirror/language'
import { type Diagnostic, linter } from '@codemirror/lint'
import { type EditorState, Facet } from '@codemirror/state'
import { parsePointer } from '@strata/json'
import type { JsonProblem } from './json-editor-props.ts'

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode']

const parseErrors = jsonParseLinter()

/** The problems somebody else found in the text, e.g. the server. */
export const jsonProblems = Facet.define<readonly JsonProblem[], readonly JsonProblem[]>({
  combine: (inputs) => inputs.flat(),
})

/** Shows syntax errors, and `jsonProblems` where the text can be read. */
export const jsonLinter = linter(
  (view) => {
    const syntax = parseErrors(view)
    return syntax.length > 0
      ? syntax.map((error) => placed(view.state, error))
      : diagnosticsAt(view.state, view.state.facet(jsonProblems))
  },
  { needsRefresh: (update) => update.startState.facet(jsonProblems) !== update.state.facet(jsonProblems) },
)

/** A syntax error where the text stops being JSON: browsers often do not say, and it is taken to be at the beginning. */
export function placed(state: EditorState, error: Diagnostic): Diagnostic {
  if (error.from > 0) return error
  let at: number | undefined
  ensureSyntaxTree(state, state.doc.length, 200)?.iterate({
    enter: ({ type, from }) => {
      if (type.isError) at ??= from
    },
  })
  return at === undefined ? error : { ...error, from: at, to: at }
}

/** Marks for problems at JSON Pointers; a pointer that leads nowhere marks the nearest value that contains it. */
export function diagnosticsAt(state: EditorState, problems: readonly JsonProblem[]): Diagnostic[] {
  const top = ensureSyntaxTree(state, state.doc.length, 200)?.topNode.firstChild
  if (!top) return []
  return problems.map(({ pointer, message }) => {
    const { from, to } = nodeAt(state, top, parsePointer(pointer))
    return { from, to, severity: 'error', message }
  })
}

function nodeAt(state: EditorState, node: SyntaxNode, tokens: readonly string[]): SyntaxNode {
  const [token, ...rest] = tokens
  if (token === undefined) return node
  const child = node.name === 'Object' ? property(state, node, token) : node.name === 'Array' ? item(node, token) : null
  return child === null ? node : nodeAt(state, child, rest)
}

function property(state: EditorState, object: SyntaxNode, name: string): SyntaxNode | null {
  const found = object.getChildren('Property').find((candidate) => {
    const key = candidate.getChild('PropertyName')
    return key !== null && state.sliceDoc(key.from, key.to) === JSON.stringify(name)
  })
  return found?.lastChild ?? null
}

function item(array: SyntaxNode, token: string): SyntaxNode | null {
  let index = Number(token)
  for (let child = array.firstChild; child !== null; child = child.nextSibling) {
    if (/^\W/.test(child.name)) continue
    if (index-- === 0) return child
  }
  return null
}
