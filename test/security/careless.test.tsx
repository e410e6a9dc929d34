import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { describe, expect, it } from 'vitest'
import { useAuthClient } from '../../src/index.js'
import { TELLING_FAULTS } from './failures.js'
import { field, signedIn, submit, type, type Flow } from './flow.js'
import { hunt } from './hunt.js'
import { PERSON, SECRET_PASSWORD } from './ways-in.js'

/** A sign-in as it is often written. */
function CarelessSignIn() {
  const client = useAuthClient()
  const [password, setPassword] = useState('')
  const last = useRef('')
  const { mutate, isPending } = useMutation({
    mutationFn: (given: { email: string; password: string }) => client.signIn(given),
  })
  function send(event: SubmitEvent) {
    event.preventDefault()
    last.current = password
    console.debug('signing in', { password })
    sessionStorage.setItem('draft', password)
    sessionStorage.removeItem('draft')
    mutate({ email: PERSON.email, password })
  }
  return (
    <form onSubmit={send} aria-busy={isPending}>
      <input
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
    </form>
  )
}

const CARELESS: Flow = {
  name: 'careless sign-in',
  on: ['calimatic'],
  operation: 'sign_in',
  screen: () => <CarelessSignIn />,
  async send({ secret }) {
    type(field('current-password'), secret('password', SECRET_PASSWORD))
    await submit()
  },
  worked: signedIn,
}

/** The places where a hunt found something, whenever it was. */
async function placesOf(failure: Parameters<typeof hunt>[0]['failure']) {
  const found = await hunt({ flow: CARELESS, id: 'calimatic', failure })
  return new Set(
    found.map((line) => /(?:in (\w+):|kept by a (component))/.exec(line)?.slice(1).join('')),
  )
}

describe('a hunt for secrets', () => {
  it('finds those that a careless screen leaves when all goes well', async () => {
    const places = ['caches', 'dehydrated', 'storage', 'console', 'page', 'component']
    expect(await placesOf(null)).toEqual(new Set(places))
  })

  it('finds them when it fails', async () => {
    const [telling = null] = TELLING_FAULTS
    const places = ['caches', 'dehydrated', 'storage', 'console', 'page']
    expect(await placesOf(telling)).toEqual(new Set(places))
  })
})
