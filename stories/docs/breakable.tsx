import { Fragment } from 'react'

/** A name of many words, to be broken between them where it does not fit. */
export function Breakable({ name }: { name: string }) {
  let place = 0
  return name.split(/(?<=_)/).map((word) => {
    place += word.length
    return (
      <Fragment key={place}>
        {word}
        <wbr />
      </Fragment>
    )
  })
}
