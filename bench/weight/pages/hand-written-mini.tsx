import { zodResolver } from '@hookform/resolvers/zod'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { HandWrittenForm } from './hand-written-form.js'

const resolver = zodResolver(
  z.object({ email: z.email(), password: z.string().check(z.minLength(1)) }),
)

createRoot(document.body).render(<HandWrittenForm resolver={resolver} />)
