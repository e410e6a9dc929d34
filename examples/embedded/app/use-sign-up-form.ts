import { useRef, useState, type BaseSyntheticEvent } from 'react'
import { useForm } from 'react-hook-form'
import { useAuthClient, type Ready, type Submitting, type UiState } from 'gatewright'
import { navigate } from './router.js'

export interface SignUpValues {
  firstName: string
  lastName: string
  email: string
  password: string
}

type SignUpState = Ready | Submitting | UiState

/** A form that creates an account; `state` says what to show. */
export function useSignUpForm() {
  const client = useAuthClient()
  const [state, setState] = useState<SignUpState>({ kind: 'ready' })
  const sending = useRef(false)
  const form = useForm<SignUpValues>({
    defaultValues: { firstName: '', lastName: '', email: '', password: '' },
  })

  async function send({ email, ...values }: SignUpValues): Promise<void> {
    if (sending.current) return
    sending.current = true
    setState({ kind: 'submitting' })
    const outcome = await client.signUp({ ...values, email: email.trim() })
    sending.current = false
    if (outcome.kind === 'signed_in') {
      navigate('/')
      return
    }
    if (outcome.kind === 'verification_required') form.resetField('password')
    setState(outcome)
  }

  const submit = (event?: BaseSyntheticEvent) => form.handleSubmit(send)(event)
  return { state, form, submit, reset: () => setState({ kind: 'ready' }) }
}
