interface Curve {
  name: string
  perSecond: Uint32Array
}

const WIDTH = 900
const HEIGHT = 420
const MARGIN = { top: 40, right: 20, bottom: 50, left: 80 }
const COLOURS = ['#0b6e4f', '#b3261e', '#7a5195', '#c77700']

/** Requests per second of each policy around an outage, on a logarithmic scale, as an SVG image. */
export function drawChart(curves: readonly Curve[], outage: { from: number; to: number }): string {
  const [from, to] = [outage.from - 120, outage.to + 900]
  const top =
    10 ** Math.ceil(Math.log10(Math.max(...curves.map((curve) => Math.max(...curve.perSecond)))))
  const x = (second: number) =>
    MARGIN.left + ((second - from) / (to - from)) * (WIDTH - MARGIN.left - MARGIN.right)
  const y = (count: number) =>
    HEIGHT -
    MARGIN.bottom -
    (Math.log10(Math.max(count, 1)) / Math.log10(top)) * (HEIGHT - MARGIN.top - MARGIN.bottom)
  const lines = curves.map(({ perSecond }, index) => {
    const points = Array.from({ length: to - from }, (_, second) => {
      const at = from + second
      return `${x(at).toFixed(1)},${y(perSecond[at] ?? 0).toFixed(1)}`
    })
    return `<polyline fill="none" stroke="${COLOURS[index]}" stroke-width="1.5" points="${points.join(' ')}"/>`
  })
  const legend = curves.map(
    ({ name }, index) =>
      `<text x="${MARGIN.left + 10 + index * 190}" y="24" fill="${COLOURS[index]}">${name}</text>`,
  )
  const rows = Array.from({ length: Math.log10(top) + 1 }, (_, power) => {
    const at = y(10 ** power)
    return (
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}" stroke="#ddd"/>` +
      `<text x="${MARGIN.left - 8}" y="${at + 4}" text-anchor="end">${(10 ** power).toLocaleString('en')}</text>`
    )
  })
  const minutes = Array.from({ length: Math.floor((to - from) / 120) + 1 }, (_, index) => {
    const at = from + index * 120
    const label = (at - outage.from) / 60
    return `<text x="${x(at)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${label}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">`,
    '<title>Requests per second before, during and after an outage of five minutes</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<rect x="${x(outage.from)}" y="${MARGIN.top}" width="${x(outage.to) - x(outage.from)}" height="${HEIGHT - MARGIN.top - MARGIN.bottom}" fill="#f3e6e4"/>`,
    ...rows,
    ...minutes,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 10}" text-anchor="middle">minutes since the server went down (shaded: down)</text>`,
    `<text transform="translate(18 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">requests per second</text>`,
    ...lines,
    ...legend,
    '</svg>',
    '',
  ].join('\n')
}
