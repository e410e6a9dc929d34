import { useCopy } from 'gatewright'
import type { PageProps } from '../screens.js'
import { Card } from '../card.js'
import { useOutbox } from '../dev-api.js'

/** The mails that a real server would have sent. */
export function OutboxPage({ backend }: PageProps) {
  const { data, isError, isFetching, refetch } = useOutbox(backend)
  const { language } = useCopy()
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' })
  return (
    <Card title="Outbox" wide>
      <p data-gw="text">Mails of this demo are not sent. They wait here, newest first.</p>
      {isError && <p role="alert">The mails could not be fetched. Is the demo server running?</p>}
      {data?.mails.length === 0 && <p data-gw="text">No mails yet.</p>}
      {data && data.mails.length > 0 && (
        <ul data-gw="list" aria-label="Mails">
          {data.mails.map(({ id, to, subject, url, sentAt }) => (
            <li key={id}>
              <span>
                <a href={url}>{subject}</a>
                <br />
                <small>
                  to <bdi dir="ltr">{to}</bdi>,{' '}
                  <time dateTime={sentAt}>{time.format(new Date(sentAt))}</time>
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        data-gw="button"
        data-variant="secondary"
        aria-busy={isFetching || undefined}
        onClick={() => void refetch()}
      >
        Refresh
      </button>
    </Card>
  )
}
