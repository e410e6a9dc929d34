'use client'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useCopy } from '../../i18n/use-copy.js'

/** The frame of a drop-in: where its styles, language and direction begin. */
export const Card = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function Card(props, ref) {
    const { language, dir } = useCopy()
    return <div data-gatewright="" data-gw="card" lang={language} dir={dir} {...props} ref={ref} />
  },
)
