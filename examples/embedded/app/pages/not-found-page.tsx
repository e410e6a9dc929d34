import { useCopy } from 'gatewright'
import { Card } from '../card.js'

export function NotFoundPage() {
  const { t } = useCopy()
  return (
    <Card title={t('titles.not_found')}>
      <a data-gw="button" data-variant="secondary" href="/">
        {t('actions.goHome')}
      </a>
    </Card>
  )
}
