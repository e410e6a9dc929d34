import { useEffect, useId, useState } from 'react'
import { BACKEND_IDS } from '../../src/cli/backends.js'
import { createAuthClient } from '../../src/client/create-auth-client.js'
import { OPERATIONS } from '../../src/errors/operation.js'
import { AuthProvider } from '../../src/index.js'
import { BACKENDS, type BackendId } from '../backends.js'
import type { LanguageProps } from '../surroundings.js'
import { inspect, type Inspection, type TypedAnswer } from './inspection.js'
import { StateDetails } from './state-details.js'

/** Typing is not read letter by letter, in milliseconds. */
const PAUSE_MS = 250

/** Reads an answer of a server that somebody has pasted. */
export function Inspector({ language, ...first }: TypedAnswer & { language: LanguageProps }) {
  const [client] = useState(() => createAuthClient({ backend: BACKENDS.acme }))
  const [typed, setTyped] = useState<TypedAnswer>(first)
  const [found, setFound] = useState<(Inspection & { backend: string }) | null>(null)

  useEffect(() => {
    let isCurrent = true
    async function read() {
      const inspection = await inspect(typed)
      if (isCurrent) setFound({ ...inspection, backend: typed.backend })
    }
    const timer = setTimeout(() => {
      void read()
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed])

  return (
    <AuthProvider client={client} {...language}>
      <div className="showroom">
        <h1>Inspector</h1>
        <p className="showroom-lead">
          Paste what your server answered. Below is what the kit makes of it. Nothing is sent.
        </p>
        <AnswerForm typed={typed} onChange={(next) => setTyped({ ...typed, ...next })} />
        <h2>What becomes of it</h2>
        {found === null && <p>Reading…</p>}
        {found !== null && 'complaint' in found && (
          <p role="alert" className="showroom-complaint">
            {found.complaint}
          </p>
        )}
        {found !== null && 'state' in found && (
          <StateDetails
            state={found.state}
            backend={found.backend as BackendId}
            language={language}
          />
        )}
      </div>
    </AuthProvider>
  )
}

interface AnswerFormProps {
  typed: TypedAnswer
  onChange: (next: Partial<TypedAnswer>) => void
}

function AnswerForm({ typed, onChange }: AnswerFormProps) {
  const id = useId()
  return (
    <form method="post" className="showroom-form" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label="Backend"
        value={typed.backend}
        options={BACKEND_IDS}
        onChange={(backend) => onChange({ backend })}
      />
      <Choice
        label="Operation"
        value={typed.operation}
        options={OPERATIONS}
        onChange={(operation) => onChange({ operation })}
      />
      <div>
        <label htmlFor={`${id}status`}>Status</label>
        <input
          id={`${id}status`}
          inputMode="numeric"
          value={typed.status}
          onChange={({ target }) => onChange({ status: target.value })}
        />
      </div>
      <TextBox
        label="Headers"
        rows={2}
        value={typed.headers}
        onChange={(headers) => onChange({ headers })}
      />
      <TextBox label="Body" rows={6} value={typed.body} onChange={(body) => onChange({ body })} />
      <Tick
        label="Sent with an access token"
        isOn={typed.hadToken}
        onChange={(hadToken) => onChange({ hadToken })}
      />
      <Tick
        label="Second try, after a refresh"
        isOn={typed.again}
        onChange={(again) => onChange({ again })}
      />
    </form>
  )
}

interface ControlProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function Choice({
  label,
  value,
  options,
  onChange,
}: ControlProps & { options: readonly string[] }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {/* What an address asked for is shown, and complained of. */}
        {!options.includes(value) && <option>{value}</option>}
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  )
}

function TextBox({ label, value, rows, onChange }: ControlProps & { rows: number }) {
  const id = useId()
  return (
    <div className="showroom-wide">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

interface TickProps {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function Tick({ label, isOn, onChange }: TickProps) {
  return (
    <label className="showroom-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />{' '}
      {label}
    </label>
  )
}
