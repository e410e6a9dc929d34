import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { useEffect, useState } from 'react'

const VERDICTS = [
  'Very easy to guess',
  'Easy to guess',
  'Could be harder',
  'Hard to guess',
  'Very hard to guess',
] as const

interface Judgement {
  score: 0 | 1 | 2 | 3 | 4
  warning: string | null
}

let judge: Promise<ZxcvbnFactory> | undefined

/** The dictionaries weigh 800 kB: nobody waits for them who does not choose a password. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}

/** For the `strength` of a drop-in: how hard a password is to guess, by zxcvbn, in this browser alone. */
export function ZxcvbnStrength({ password }: { password: string }) {
  const [judgement, setJudgement] = useState<Judgement | null>(null)
  useEffect(() => {
    let mounted = true
    async function look(): Promise<void> {
      judge ??= loadJudge()
      const { score, feedback } = (await judge).check(password)
      if (mounted) setJudgement({ score, warning: feedback.warning })
    }
    void look()
    return () => {
      mounted = false
    }
  }, [password])
  if (judgement === null) return null
  const { score, warning } = judgement
  return (
    <p data-gw="description">
      <meter aria-label="Strength" min={0} max={4} low={2} high={3} optimum={4} value={score} />{' '}
      {VERDICTS[score]}. {warning}
    </p>
  )
}
