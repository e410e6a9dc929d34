import { describe, expect, it } from 'vitest'
import { requireBaseUrl } from '../../src/backends/base-url.js'

describe('a backend’s base address', () => {
  it.each([
    ['https://auth.example/api/', 'https://auth.example/api'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['/api/auth', '/api/auth'],
    [' /api ', '/api'],
    ['/', ''],
  ])('takes %j', (given, address) => {
    expect(requireBaseUrl('edgebase', given)).toBe(address)
  })

  it.each([
    undefined,
    null,
    '',
    7,
    'api',
    'ftp://auth.example',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    'https://',
    'https:///auth',
  ])('refuses %j, saying what, why and how to mend it', (given) => {
    expect(() => requireBaseUrl('edgebase', given)).toThrow(
      /edgebase\(\{ baseUrl \}\) got .+http\(s\) address or a path.+Pass for example/s,
    )
  })
})
