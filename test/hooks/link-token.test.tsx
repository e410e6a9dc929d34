import { afterEach, describe, expect, it, vi } from 'vitest'

/** A page that has just been loaded from an address: no module remembers an earlier one. */
async function arriveAt(address: string) {
  vi.resetModules()
  history.replaceState({ key: 'router' }, '', address)
  return import('../../src/hooks/link-token.js')
}

const here = () => location.pathname + location.search + location.hash

// What the last page remembers is nobody else's.
afterEach(() => void vi.resetModules())

describe('the token of a mailed link', () => {
  it.each([
    ['/reset?token=t%2B1', '/reset'],
    ['/reset?org=acme&token=t%2B1&x=a%20b+c', '/reset?org=acme&x=a%20b+c'],
    ['/reset#token=t%2B1&type=password-reset&state=s', '/reset'],
    ['/reset?lang=de#token=t%2B1&section=2', '/reset?lang=de#section=2'],
    ['/#/reset?token=t%2B1', '/#/reset'],
    ['/#/reset?token=t%2B1&lang=de', '/#/reset?lang=de'],
    ['/reset?token=t%2B1#top', '/reset#top'],
  ])('SEC-11: is taken out of %s', async (address, left) => {
    const { claimLink } = await arriveAt(address)
    const entries = history.length
    expect(claimLink('reset_password')).toEqual({ status: 'present', token: 't+1' })
    expect(here()).toBe(left)
    expect(history.length).toBe(entries)
    expect(history.state).toEqual({ key: 'router' })
  })

  it('REL-35: belongs to whoever asks first, and stays theirs for as long as the page lives', async () => {
    const { claimLink } = await arriveAt('/?token=one')
    expect(claimLink('verify_email').token).toBe('one')
    expect(claimLink('verify_email').token).toBe('one')
    expect(claimLink('magic_link')).toEqual({ status: 'absent', token: null })
  })

  it('is another one when the app goes to another link', async () => {
    const { claimLink, forgetLink } = await arriveAt('/?token=one')
    claimLink('verify_email')
    forgetLink('verify_email')
    history.pushState(null, '', '/?token=two')
    expect(claimLink('verify_email').token).toBe('two')
  })

  it('SEC-19: is forgotten once it is spent', async () => {
    const { claimLink, forgetLink, onLinkForgotten } = await arriveAt('/?token=one')
    claimLink('reset_password')
    const told = vi.fn()
    const stop = onLinkForgotten(told)
    forgetLink('reset_password')
    expect(told).toHaveBeenCalledOnce()
    expect(claimLink('reset_password')).toEqual({ status: 'absent', token: null })
    stop()
    forgetLink('reset_password')
    expect(told).toHaveBeenCalledOnce()
  })

  it.each(['/?token=', '/?token', '/', '/#top', '/#/reset'])(
    'is missing from %s',
    async (address) => {
      const { claimLink } = await arriveAt(address)
      expect(claimLink('reset_password')).toEqual({ status: 'absent', token: null })
    },
  )

  it('has an error in its place where the server has judged the link already', async () => {
    const { claimLink } = await arriveAt('/?error=INVALID_TOKEN&error_description=no&lang=de')
    expect(claimLink('reset_password')).toEqual({ status: 'refused', token: null })
    expect(here()).toBe('/?lang=de')
  })

  it.each(['/?code=c&state=s', '/?error=access_denied&state=s', '/?lang=de&state=s', '/#a=1'])(
    'leaves %s alone: it is no mailed link',
    async (address) => {
      const { claimLink } = await arriveAt(address)
      expect(claimLink('magic_link').status).toBe('absent')
      expect(here()).toBe(address)
    },
  )

  it('works where the page may not touch its history', async () => {
    const { claimLink, forgetLink } = await arriveAt('/?token=one')
    const denied = vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(claimLink('verify_email').token).toBe('one')
    forgetLink('verify_email')
    expect(claimLink('verify_email').status).toBe('absent')
    denied.mockRestore()
  })
})
