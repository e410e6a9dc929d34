/** Who wants a client to be in step with its page and the other tabs. */
export interface Attendance {
  /** The app does, until `end`. */
  stay: () => void
  /** Somebody shows the session. Until the undo. */
  attend: () => () => void
  /** Nobody does any more. */
  end: () => void
}

/**
 * Starts what is wanted when the first comes and stops it when the last has left.
 *
 * @param load fetches what is to be started; null where it cannot
 */
export function createAttendance(load: () => Promise<(() => () => void) | null>): Attendance {
  const attendants = new Set<object>()
  let stays = false
  let isRunning = false
  let stop: (() => void) | null = null
  /** Another one after each start and stop, for what is still loading. */
  let turn = 0

  async function start(mine: number) {
    const begin = await load()
    if (begin && mine === turn) stop = begin()
  }

  function update() {
    const isWanted = stays || attendants.size > 0
    if (isWanted === isRunning) return
    isRunning = isWanted
    turn += 1
    if (isWanted) void start(turn)
    else stop?.()
    if (!isWanted) stop = null
  }

  return {
    stay() {
      stays = true
      update()
    },
    attend() {
      const attendant = {}
      attendants.add(attendant)
      update()
      return () => {
        attendants.delete(attendant)
        update()
      }
    },
    end() {
      stays = false
      attendants.clear()
      update()
    },
  }
}
