/** A command that cannot be carried out as it was typed. */
export class Misuse extends Error {
  /** Three sentences: what is wrong, why it matters, how to mend it. */
  constructor(what: string, why: string, how: string) {
    super(`Gatewright: ${what}. ${why}. ${how}.`)
  }
}
