import type { PageProps } from '../screens.js'
import { BACKENDS } from '../backends.js'
import { Card } from '../card.js'
import { change } from '../settings.js'

const [FIRST] = BACKENDS

/** A page that the chosen backend cannot do. */
export function UnavailablePage({ backend, name }: PageProps & { name: string }) {
  return (
    <Card title={name}>
      <p data-gw="text" lang="en">
        {backend.name} has no route for this here. Choose another backend above.
      </p>
      {FIRST && FIRST.id !== backend.id && (
        <button
          type="button"
          data-gw="button"
          data-variant="secondary"
          lang="en"
          onClick={() => change('backend', FIRST.id)}
        >
          Try {FIRST.name}
        </button>
      )}
    </Card>
  )
}
