'use client'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useCopy } from '../../i18n/use-copy.js'

/** What a drop-in with a form takes for those who come another way. */
export interface OtherWaysProps {
  /**
   * Other ways in, such as `<ProviderButtons>`, `<PasskeyButton>`, `<EmailSignInButton>` and `<GuestButton>`. They
   * know the address that was typed, and one of them at a time has the card.
   */
  ways?: ReactNode
  /** Where they stand. Default `below` the form. */
  waysPlacement?: 'above' | 'below' | undefined
}

/** Who acts: the form or one of the ways, with a request on its way or with the whole card for its next step. */
interface Turn {
  of: string
  has: 'request' | 'card'
}

interface Card {
  turn: Turn | null
  /** Who spoke last; what another said before is over. */
  latest: string | null
  take: (turn: Turn) => () => void
  speak: (who: string) => void
  typedEmail: () => string
  toForm: () => void
}

const CardContext = createContext<Card | null>(null)

const FORM = 'form'

export interface WithOtherWaysProps extends OtherWaysProps {
  heading: ReactNode
  form: ReactNode
  footer: ReactNode
  /** What the form's flow says. */
  state: { kind: string }
  typedEmail: () => string
  /** Focuses the form. */
  toForm: () => void
}

/** A card's heading, form and footer, with the other ways in beside the form. A way with a step of its own takes their place. */
export function WithOtherWays({
  ways,
  waysPlacement = 'below',
  heading,
  form,
  footer,
  state,
  typedEmail,
  toForm,
}: WithOtherWaysProps) {
  const card = useCard(typedEmail, toForm)
  useTurn(card, FORM, state, state.kind === 'submitting' ? 'request' : null)
  const isTaken = card.turn?.has === 'card'
  const shown = ways && (
    <Ways placement={waysPlacement} taken={isTaken}>
      {ways}
    </Ways>
  )
  return (
    <CardContext.Provider value={card}>
      {!isTaken && heading}
      {waysPlacement === 'above' && shown}
      {!isTaken && form}
      {waysPlacement === 'below' && shown}
      {!isTaken && footer}
    </CardContext.Provider>
  )
}

interface WaysProps {
  placement: 'above' | 'below'
  taken: boolean
  children: ReactNode
}

function Ways({ placement, taken, children }: WaysProps) {
  const { say } = useCopy()
  const divider = !taken && <div data-gw="divider">{say('labels.or')}</div>
  return (
    <div data-gw="ways" data-placement={placement} data-taken={taken ? '' : undefined}>
      {placement === 'below' && divider}
      {children}
      {placement === 'above' && divider}
    </div>
  )
}

function useCard(typedEmail: () => string, toForm: () => void): Card {
  const [turn, setTurn] = useState<Turn | null>(null)
  const [latest, setLatest] = useState<string | null>(null)
  const form = useRef({ typedEmail, toForm })
  useEffect(() => {
    form.current = { typedEmail, toForm }
  })
  const take = useCallback((taken: Turn) => {
    setTurn(taken)
    return () => setTurn((current) => (current === taken ? null : current))
  }, [])
  return useMemo(
    () => ({
      turn,
      latest,
      take,
      speak: setLatest,
      typedEmail: () => form.current.typedEmail(),
      toForm: () => form.current.toForm(),
    }),
    [latest, take, turn],
  )
}

/** Tells the card around it what somebody is doing. */
function useTurn(card: Card | null, who: string, state: { kind: string }, has: Turn['has'] | null) {
  const take = card?.take
  const speak = card?.speak
  useEffect(() => (has && take ? take({ of: who, has }) : undefined), [has, take, who])
  useEffect(() => {
    // A new answer is a new object.
    if (state.kind !== 'ready') speak?.(who)
  }, [speak, state, who])
}

export interface WaySituation {
  /** What the way's hook says. */
  state: { kind: string }
  /** Needs the whole card for its next step. */
  inPanel: boolean
  /** Says above its buttons how its last attempt went. */
  speaks: boolean
  /** Falls silent. */
  reset: (() => void) | undefined
}

/** A way's place in the card around it; as if it had a card to itself where there is none. */
export function useWayInCard({ state, inPanel, speaks, reset }: WaySituation) {
  const id = useId()
  const card = useContext(CardContext)
  const busy = state.kind === 'submitting' || state.kind === 'leaving'
  useTurn(card, id, state, inPanel ? 'card' : busy ? 'request' : null)

  const own = useRef({ speaks, reset })
  useEffect(() => {
    own.current = { speaks, reset }
  })
  const latest = card?.latest ?? null
  useEffect(() => {
    if (latest !== null && latest !== id && own.current.speaks) own.current.reset?.()
  }, [id, latest])

  const other = card?.turn && card.turn.of !== id ? card.turn : null
  return {
    /** Another way has the whole card. */
    isCovered: other?.has === 'card',
    /** It has the whole card itself: the rest is not to be seen. */
    hasCard: card?.turn?.has === 'card' && other === null,
    mayAct: other === null,
    /** To the form beside it, where there is one. */
    toForm: card?.toForm,
  }
}

/** False for the buttons of a way while another one, or the form, acts. */
export const MayAct = createContext(true)

/** The address typed into the form beside a way, read when it is needed. */
export function useTypedEmail(): (() => string) | undefined {
  return useContext(CardContext)?.typedEmail
}
