'use client'
import { useEffect, useState } from 'react'

export interface QrCodeProps {
  /** What a reader of the code gets. */
  text: string
  /** Name of the image. */
  label: string
}

interface Drawing {
  of: string
  path: string
  size: number
}

/** Modules of empty space around the code (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4

/**
 * Draws a QR code here: its text goes to nobody. Nothing is shown for a text too long for one or while the
 * library cannot be loaded, so there has to be another way to get at the text.
 */
export function QrCode({ text, label }: QrCodeProps) {
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useEffect(() => {
    let mounted = true
    async function draw(): Promise<void> {
      const drawn = await drawingOf(text)
      if (mounted) setDrawing(drawn)
    }
    void draw()
    return () => {
      mounted = false
    }
  }, [text])
  if (drawing?.of !== text) return null
  const { size, path } = drawing
  return (
    <svg data-gw="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      {/* Dark on light whatever the theme: many readers know no other. */}
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" shapeRendering="crispEdges" d={path} />
    </svg>
  )
}

async function drawingOf(text: string): Promise<Drawing | null> {
  try {
    const { encode } = await import('uqr')
    const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE })
    return { of: text, path: data.map(rowPath).join(''), size }
  } catch {
    return null
  }
}

/** Each run of dark modules in a row as one rectangle. */
function rowPath(modules: readonly boolean[], row: number): string {
  const text = modules.map((dark) => (dark ? '1' : '0')).join('')
  return Array.from(
    text.matchAll(/1+/g),
    ({ index, 0: { length } }) => `M${index} ${row}h${length}v1h-${length}z`,
  ).join('')
}
