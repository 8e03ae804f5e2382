import type { SessionInfo, SessionRequest } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { sessionQuery, signIn } from '../api/session.ts'
import styles from './sign-in-form.module.css'

/** What each way of signing in asks for. */
const fields = { password: ['account', 'username', 'password'], token: ['token'] } as const
type Way = keyof typeof fields
type Values = Record<(typeof fields)[Way][number], string>

interface SignInFormProps {
  /** What is known already, e.g. who was signed in a moment ago. */
  known?: Partial<Pick<Values, 'account' | 'username'>>
  onSignedIn: (session: SessionInfo) => void
}

/** Signs in by name and password, or by a token. What is secret is kept nowhere, not even on the way to the other form. */
export function SignInForm({ known = {}, onSignedIn }: SignInFormProps) {
  const t = useTranslations('frame.signIn')
  const queryClient = useQueryClient()
  const [way, setWay] = useState<Way>('password')
  const [values, setValues] = useState<Values>({ account: '', username: '', password: '', token: '', ...known })
  const password = useRef<HTMLInputElement>(null)
  const mutation = useMutation({
    mutationFn: signIn,
    gcTime: 0,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery().queryKey, session)
      onSignedIn(session)
    },
    onError: () => password.current?.select(),
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const missing = fields[way].find((name) => values[name].trim() === '')
    if (missing === undefined) return mutation.mutate(requestOf(way, values))
    const input = event.currentTarget.elements.namedItem(missing)
    if (input instanceof HTMLElement) input.focus()
  }

  function goBy(next: Way) {
    mutation.reset()
    setValues((before) => ({ ...before, password: '', token: '' }))
    setWay(next)
  }

  function bind(name: keyof Values) {
    return {
      name,
      spellCheck: 'false',
      isRequired: true,
      value: values[name],
      onChange: (text: string) => setValues((before) => ({ ...before, [name]: text })),
    } as const
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {way === 'password' ? (
        <>
          <TextField
            {...bind('account')}
            label={t('account')}
            description={t('accountHint')}
            autoComplete="organization"
            autoFocus={known.account === undefined}
          />
          <TextField {...bind('username')} label={t('username')} autoComplete="username" />
          <TextField
            {...bind('password')}
            label={t('password')}
            type="password"
            autoComplete="current-password"
            autoFocus={known.account !== undefined}
            inputRef={password}
          />
        </>
      ) : (
        // A field of several lines: no browser offers to remember what is in it.
        <TextField
          {...bind('token')}
          label={t('token')}
          description={t('tokenHint')}
          autoComplete="off"
          rows={5}
          isCode
          className={styles.token}
          autoFocus
        />
      )}
      <p className={styles.problem} role="alert">
        {mutation.error === null ? null : <Problem error={mutation.error} />}
      </p>
      <Button type="submit" variant="primary" icon={<LogIn />} isPending={mutation.isPending}>
        {t('submit')}
      </Button>
      <Button
        variant={isSecondFactorAsked(mutation.error) ? 'default' : 'quiet'}
        onPress={() => goBy(way === 'password' ? 'token' : 'password')}
      >
        {way === 'password' ? t('useToken') : t('usePassword')}
      </Button>
    </form>
  )
}

/** A token that was copied from a terminal may be broken into lines. */
function requestOf(way: Way, { account, username, password, token }: Values): SessionRequest {
  return way === 'token' ? { token: token.replace(/\s/g, '') } : { account_name: account, username, password }
}

function isSecondFactorAsked(error: Error | null): boolean {
  return error instanceof ApiError && error.data.multi_factor_request !== undefined
}

/** What the server says of this refusal, where that is more than its kind. */
function reasonOf(error: Error): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const [refused] = Object.values(error.validation ?? {}).flatMap((keywords) => Object.values(keywords))
  return [error.data.cause, refused?.message].find((text) => typeof text === 'string')
}

function Problem({ error }: { error: Error }) {
  const t = useTranslations('frame.signIn.problem')
  const kind = error instanceof ApiError ? error.kind : 'unexpected'
  const said = reasonOf(error)
  switch (kind) {
    case 'unauthenticated':
      if (isSecondFactorAsked(error)) return t('secondFactor')
      return said ?? t('credentials')
    case 'too-many':
      return said ?? t('tooMany')
    case 'offline':
      return t('offline')
    case 'unavailable':
      return t('unavailable')
    case 'invalid':
    case 'forbidden':
      return t('refused', { reason: said ?? error.message })
    default:
      return t('unexpected', { reason: error.message })
  }
}
