import { useSyncExternalStore } from 'react'
import { Secret, TOTP } from 'otpauth'
import { CopyButton } from './copy-button.js'
import type { DemoAccount } from './dev-api.js'

const PERIOD_SECONDS = 30

/** An authenticator app for a demo account: the code of the moment, the secret behind it, and the backup codes. */
export function Authenticator({ secret, backupCodes }: NonNullable<DemoAccount['totp']>) {
  const now = useSeconds()
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })
  const code = totp.generate({ timestamp: now * 1000 })
  return (
    <>
      <div className="demo-row">
        <span>
          <span className="demo-label">Code</span>{' '}
          <bdi className="demo-code" dir="ltr" data-testid="totp-code">
            {code}
          </bdi>{' '}
          <small>{PERIOD_SECONDS - (now % PERIOD_SECONDS)} s</small>
        </span>
        <CopyButton what="code" text={code} />
      </div>
      <details className="demo-details">
        <summary>Secret and backup codes</summary>
        <div className="demo-row">
          <bdi className="demo-mono" dir="ltr">
            {secret}
          </bdi>
          <CopyButton what="secret" text={secret} />
        </div>
        <ul className="demo-backup-codes" aria-label="Backup codes">
          {backupCodes.map((backupCode) => (
            <li key={backupCode}>
              <bdi dir="ltr">{backupCode}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** Whole seconds since the epoch. */
function useSeconds(): number {
  return useSyncExternalStore(tick, () => Math.floor(Date.now() / 1000))
}

function tick(onTick: () => void): () => void {
  const timer = setInterval(onTick, 250)
  return () => clearInterval(timer)
}
