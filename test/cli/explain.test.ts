import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gatewright } from './gatewright.js'

async function explainLines(questions: readonly object[], ...args: string[]) {
  const input = questions.map((question) => JSON.stringify(question)).join('\n')
  const { status, output } = await gatewright(['explain', '--jsonl', ...args], input)
  const answers = output.trimEnd().split('\n')
  return { status, answers: answers.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

const LOCKED = {
  backend: 'auth-svc',
  operation: 'sign_in',
  status: 423,
  body: { error: { code: 'ACCOUNT_LOCKED', message: 'Locked.' }, meta: { request_id: 'r-1' } },
}

describe('one question, answered for a person', () => {
  it('says what the user reads and what the program does', async () => {
    const { status, output } = await gatewright(
      [
        'explain',
        'auth-svc',
        'sign_in',
        '--status',
        '423',
        '--header',
        'Retry-After: 30',
        '--body',
        '-',
      ],
      JSON.stringify(LOCKED.body),
    )
    expect(output).toContain('account_locked')
    expect(output).toContain('Too many failed attempts. Try again in 30 seconds.')
    expect(output).toContain('count_down')
    expect(output).toContain('requestId: r-1')
    expect(status).toBe(0)
  })

  it('speaks the language asked for', async () => {
    const args = ['auth-svc', 'sign_in', '--status', '401', '--json']
    const english = JSON.parse((await gatewright(['explain', ...args])).output) as { copy: string }
    const german = JSON.parse(
      (await gatewright(['explain', ...args, '--locale', 'de'])).output,
    ) as typeof english
    expect(english.copy).toBe('The email or password is incorrect.')
    expect(german.copy).not.toBe(english.copy)
  })

  it('reads the body from a file with a byte order mark, whatever it is called', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'gatewright-')), 'answer.txt')
    await writeFile(file, `\ufeff${JSON.stringify(LOCKED.body)}`)
    const { output } = await gatewright([
      'explain',
      'auth-svc',
      'sign_in',
      '--status',
      '423',
      '--json',
      '--body',
      file,
    ])
    expect(JSON.parse(output)).toMatchObject({
      code: 'account_locked',
      data: { retryAfterSeconds: null, defaultRetryAfterSeconds: 900 },
      raw: { code: 'ACCOUNT_LOCKED', status: 423, message: 'Locked.', requestId: 'r-1' },
    })
  })

  it('tells offline from a time-out', async () => {
    const ask = ['explain', 'auth-svc', 'sign_in', '--json', '--network']
    expect(JSON.parse((await gatewright([...ask, 'offline'])).output)).toMatchObject({
      code: 'offline',
      data: { offline: true },
    })
    expect(JSON.parse((await gatewright([...ask, 'timeout'])).output)).toMatchObject({
      code: 'timed_out',
      data: { timeout: true },
    })
  })

  it("keeps a server's control characters away from the terminal", async () => {
    const body = { error: { code: 'UNAUTHORIZED', message: '\u001b[2Jgone\u202e' } }
    const { output } = await gatewright(
      ['explain', 'auth-svc', 'sign_in', '--status', '401', '--body', '-'],
      JSON.stringify(body),
    )
    expect(output).toContain('gone')
    expect(output).not.toMatch(/[\u001b\u202e]/)
  })

  it.each([
    ['a backend', ['nobody', 'sign_in', '--status', '401'], 'edgebase'],
    ['an operation', ['auth-svc', 'sing_in', '--status', '401'], 'password_forgot'],
    ['a status', ['auth-svc', 'sign_in'], '"offline"'],
    ['a number as status', ['auth-svc', 'sign_in', '--status', '4xx'], '100 to 999'],
    ['a known option', ['auth-svc', 'sign_in', '--stauts', '401'], 'explain --help'],
    ['a language', ['auth-svc', 'sign_in', '--status', '401', '--locale', 'tlh'], 'en, ar'],
    [
      'a header',
      ['auth-svc', 'sign_in', '--status', '401', '--header', 'Retry-After'],
      'Retry-After: 30',
    ],
    ['a body', ['auth-svc', 'sign_in', '--status', '401', '--body', 'no/such.json'], 'ENOENT'],
    ['a factor', ['auth-svc', 'sign_in', '--status', '401', '--factor', 'face'], 'backup_code'],
  ])('asks for %s, names the choices and exits with 2', async (_, args, choice) => {
    const { status, output, errors } = await gatewright(['explain', ...args])
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(errors).toMatch(/^Gatewright: /)
    expect(errors).toContain(choice)
  })
})

describe('questions line by line', () => {
  it('answers each with the six facts and nothing that depends on the clock', async () => {
    const { status, answers } = await explainLines([
      { ...LOCKED, headers: { 'retry-after': '30' } },
    ])
    expect(answers).toEqual([
      {
        code: 'account_locked',
        kind: 'account_locked',
        data: { retryAfterSeconds: 30, defaultRetryAfterSeconds: 900 },
        copy: 'Too many failed attempts. Try again in 30 seconds.',
        response: 'count_down',
        raw: { code: 'ACCOUNT_LOCKED', status: 423, message: 'Locked.', requestId: 'r-1' },
      },
    ])
    expect(status).toBe(0)
  })

  it('takes a body as JSON or as the text of it', async () => {
    const { answers } = await explainLines([
      LOCKED,
      { ...LOCKED, body: JSON.stringify(LOCKED.body) },
    ])
    expect(answers[1]).toEqual(answers[0])
  })

  it('knows a success from a body that is none', async () => {
    const at = (operation: string, status: number, body?: unknown) => ({
      backend: 'auth-svc',
      operation,
      status,
      body,
    })
    const { answers } = await explainLines([
      at('sign_in', 200, { data: { accessToken: 'a' } }),
      at('sign_in', 200, { data: {} }),
      at('sign_in', 200, '<!doctype html>'),
      at('sign_in', 200, { data: { mfaRequired: true, mfaToken: 'm' } }),
      at('sign_up', 201, { data: { user: { id: '1' } } }),
      at('sign_out', 204),
      at('password_forgot', 202),
      at('password_reset', 200, {}),
      at('webhook_config', 200, {}),
    ])
    expect(answers.map(({ code }) => code)).toEqual([
      'signed_in',
      'unknown',
      'unknown',
      'mfa_required',
      'email_unverified',
      'signed_out',
      'request_accepted',
      'completed',
      'completed',
    ])
  })

  it('knows the silent first attempt from the second', async () => {
    const expired = {
      backend: 'auth-svc',
      operation: 'api_call',
      status: 401,
      hadToken: true,
      body: { error: { code: 'TOKEN_EXPIRED' } },
    }
    const { answers } = await explainLines([expired, { ...expired, attempt: 2 }])
    expect(answers).toMatchObject([
      { kind: 'silent_recovery', copy: null, response: 'refresh' },
      { kind: 'sign_in_required', response: 'sign_in' },
    ])
  })

  it('explains the rest when a line is no question, and exits with 1', async () => {
    const good = JSON.stringify(LOCKED)
    const bad = [
      '{"backend":',
      '[]',
      'null',
      JSON.stringify({ ...LOCKED, backend: '__proto__' }),
      JSON.stringify({ ...LOCKED, operation: 'constructor' }),
      JSON.stringify({ ...LOCKED, status: '423' }),
      JSON.stringify({ ...LOCKED, headers: { a: null } }),
    ]
    const input = [good, '', ...bad, good].join('\n')
    const { status, output } = await gatewright(['explain', '--jsonl'], input)
    const answers = output.trimEnd().split('\n')
    expect(answers).toHaveLength(bad.length + 2)
    expect(answers.at(-1)).toBe(answers[0])
    for (const answer of answers.slice(1, -1)) {
      expect(JSON.parse(answer)).toEqual({
        error: expect.stringMatching(/^Gatewright: .+\. .+\. .+\.$/),
        line: expect.any(Number),
      })
    }
    expect(status).toBe(1)
  })

  it('answers while the next question is still to come', async () => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'src/cli/main.ts',
      'explain',
      '--jsonl',
    ])
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
    for (let round = 0; round < 2; round++) {
      child.stdin.write(`${JSON.stringify(LOCKED)}\n`)
      const { value } = (await answers.next()) as { value: string }
      expect(JSON.parse(value)).toMatchObject({ code: 'account_locked' })
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  it('survives a body of any depth and size', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const lines = [
      JSON.stringify({ ...LOCKED, body: deep }),
      `{"backend":"auth-svc","operation":"sign_in","status":423,"body":${deep}}`,
      JSON.stringify({ ...LOCKED, body: 'x'.repeat(1_000_000) }),
    ]
    const { status, output } = await gatewright(['explain', '--jsonl'], lines.join('\n'))
    const codes = output
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code)
    expect(codes).toEqual(['account_locked', 'account_locked', 'account_locked'])
    expect(status).toBe(0)
  })

  it('is done with 10,000 lines in one process', async () => {
    const questions = Array.from({ length: 10_000 }, () => LOCKED)
    const { answers } = await explainLines(questions)
    expect(answers).toHaveLength(10_000)
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['account_locked']))
  })
})
