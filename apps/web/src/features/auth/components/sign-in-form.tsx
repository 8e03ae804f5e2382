import type { SessionInfo } from '@strata/api-types'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { ApiError } from '#web/lib/api-error.ts'
import { type Credentials, sessionQuery, signIn } from '../api/session.ts'
import styles from './sign-in-form.module.css'

interface SignInFormProps {
  /** What is known already, e.g. who was signed in a moment ago. */
  known?: Partial<Credentials>
  onSignedIn: (session: SessionInfo) => void
}

export function SignInForm({ known = {}, onSignedIn }: SignInFormProps) {
  const t = useTranslations('frame.signIn')
  const queryClient = useQueryClient()
  const [credentials, setCredentials] = useState<Credentials>({ account: '', username: '', password: '', ...known })
  const password = useRef<HTMLInputElement>(null)
  const mutation = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQuery().queryKey, session)
      onSignedIn(session)
    },
    onError: () => password.current?.select(),
  })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const missing = (['account', 'username', 'password'] as const).find((name) => credentials[name] === '')
    if (missing === undefined) return mutation.mutate(credentials)
    const input = event.currentTarget.elements.namedItem(missing)
    if (input instanceof HTMLInputElement) input.focus()
  }

  function change(field: keyof Credentials) {
    return (text: string) => setCredentials((before) => ({ ...before, [field]: text }))
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('account')}
        description={t('accountHint')}
        name="account"
        autoComplete="organization"
        spellCheck="false"
        autoFocus={known.account === undefined}
        isRequired
        value={credentials.account}
        onChange={change('account')}
      />
      <TextField
        label={t('username')}
        name="username"
        autoComplete="username"
        spellCheck="false"
        isRequired
        value={credentials.username}
        onChange={change('username')}
      />
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={known.account !== undefined}
        isRequired
        inputRef={password}
        value={credentials.password}
        onChange={change('password')}
      />
      <p className={styles.problem} role="alert">
        {mutation.error === null ? null : <Problem error={mutation.error} />}
      </p>
      <Button type="submit" variant="primary" icon={<LogIn />} isPending={mutation.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}

function Problem({ error }: { error: Error }) {
  const t = useTranslations('frame.signIn.problem')
  const kind = error instanceof ApiError ? error.kind : 'unexpected'
  switch (kind) {
    case 'unauthenticated':
      return t('credentials')
    case 'too-many':
      return t('tooMany')
    case 'offline':
      return t('offline')
    case 'unavailable':
      return t('unavailable')
    case 'invalid':
    case 'forbidden':
      return t('refused', { reason: error.message })
    default:
      return t('unexpected', { reason: error.message })
  }
}
