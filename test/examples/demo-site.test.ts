import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  startDemoServer,
  type DemoServer,
} from '../../examples/embedded/server/start-demo-server.js'
import { betterAuth } from '../../src/backends/better-auth/index.js'
import { Visitor } from './visitor.js'

const PASSWORD = 'correct horse battery staple'

describe('the demo with an app and fake servers', () => {
  let directory: string
  let site: DemoServer

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-site-'))
    const app = join(directory, 'app')
    await mkdir(join(app, 'assets'), { recursive: true })
    await writeFile(join(app, 'index.html'), '<!doctype html><title>Demo</title>')
    await writeFile(join(app, 'assets', 'app.js'), 'export {}')
    site = await startDemoServer({
      dataDir: join(directory, 'site'),
      staticDir: app,
      fakeServers: async (request) =>
        new Response(`${new URL(request.url).pathname} ${await request.text()}`, { status: 418 }),
    })
  })

  afterAll(async () => {
    await site.close()
    await rm(directory, { recursive: true })
  })

  it('serves every page of the app under a strict policy, and its files as they are', async () => {
    for (const page of ['/', '/verify-email?token=abc', '/a/b', '/index.html']) {
      const response = await fetch(site.origin + page)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<title>Demo</title>')
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
          "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      )
    }
    const script = await fetch(`${site.origin}/assets/app.js`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('export {}')
  })

  it('serves nothing outside the app', async () => {
    for (const path of [
      '/assets/gone.js',
      '/..%2fsite%2fdemo.sqlite',
      '/%2e%2e/site/demo.sqlite',
      '/%',
    ]) {
      expect((await fetch(site.origin + path)).status).toBe(404)
    }
    expect((await fetch(site.origin, { method: 'POST' })).status).toBe(405)
  })

  it('hands what is below /fake/ to the fake servers', async () => {
    const response = await fetch(`${site.origin}/fake/edgebase/auth/signin`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'hello',
    })
    expect(response.status).toBe(418)
    expect(await response.text()).toBe('/fake/edgebase/auth/signin hello')
  })

  it('begins anew at each start', async () => {
    const dataDir = join(directory, 'again')
    const newcomer = { email: 'newcomer@example.com', password: PASSWORD }
    const signInAt = async ({ origin }: DemoServer) => {
      const guest = new Visitor(betterAuth({ baseUrl: `${origin}/api/auth` }))
      return { guest, kind: (await guest.does('signIn', newcomer)).state?.kind }
    }
    const first = await startDemoServer({ dataDir })
    const { guest } = await signInAt(first)
    await guest.does('signUp', { ...newcomer, name: 'Newcomer' })
    expect((await signInAt(first)).kind).toBe('verification_required')
    await first.close()

    const second = await startDemoServer({ dataDir })
    expect((await signInAt(second)).kind).toBe('invalid_credentials')
    await second.close()
  })

  it('says what is wrong when it cannot start', async () => {
    await expect(startDemoServer({ staticDir: directory })).rejects.toThrow(/no index\.html/)
    const port = Number(new URL(site.origin).port)
    await expect(startDemoServer({ port })).rejects.toThrow(/port \d+ is taken/)
  })
})
