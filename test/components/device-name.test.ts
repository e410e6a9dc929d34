import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceName } from '../../src/components/device-name.js'

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)'

describe('the name of a device', () => {
  it.each([
    [`${WINDOWS}) ${BLINK} Safari/537.36`, 'Chrome', 'Windows'],
    [`${WINDOWS}) ${BLINK} Safari/537.36 Edg/140.0.0.0`, 'Edge', 'Windows'],
    [`${WINDOWS}) ${BLINK} Safari/537.36 OPR/122.0.0.0`, 'Opera', 'Windows'],
    [`${WINDOWS}; rv:142.0) Gecko/20100101 Firefox/142.0`, 'Firefox', 'Windows'],
    [`${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15`, 'Safari', 'macOS'],
    [`${MAC} ${BLINK} Safari/537.36`, 'Chrome', 'macOS'],
    [`${IPHONE} ${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari', 'iPhone'],
    [`${IPHONE} ${WEBKIT} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`, 'Chrome', 'iPhone'],
    [`${IPHONE} ${WEBKIT} FxiOS/142.0 Mobile/15E148 Safari/605.1.15`, 'Firefox', 'iPhone'],
    [`${ANDROID} ${BLINK} Mobile Safari/537.36`, 'Chrome', 'Android'],
    [`${ANDROID} ${BLINK} SamsungBrowser/28.0 Safari/537.36`, 'Samsung Internet', 'Android'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Safari/537.36`, 'Chrome', 'ChromeOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox', 'Linux'],
    ['AcmeApp/3.1 (iPad; iOS 18.5)', null, 'iPad'],
  ])('is read from %s', (userAgent, browser, system) => {
    expect(deviceName(userAgent)).toEqual({ browser, system })
  })

  it.each([null, '', 'node', 'curl/8.5.0', 'constructor'])('is unknown for %s', (userAgent) => {
    expect(deviceName(userAgent)).toBeNull()
  })

  it('SEC-27: is read from any text, of any length', () => {
    const words = fc.constantFrom('Version/1.1 ', 'Mobile/1 ', 'Safari', 'Chrome/', '(', 'iPhone')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(() => deviceName(text.repeat(500))).not.toThrow()
        },
      ),
    )
  })
})
