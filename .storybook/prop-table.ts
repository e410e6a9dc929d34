import type { ArgTypesEnhancer, SBType, StrictInputType } from 'storybook/internal/csf'

/** What is drawn where a prop says so. A text is one, too. */
const SLOTS = ['ReactNode', 'React.ReactNode', 'ReactElement']

/** A longer one says more in the description. */
const LONGEST_DEFAULT = 24

/**
 * Makes of what `react-docgen` reads what a reader needs: each optional prop is a union with `undefined` there, which
 * has no control but JSON, and no name but "union".
 */
export const readableProps: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, prop]) => [name, readable(prop)]))

function readable(prop: StrictInputType): StrictInputType {
  const type = prop.type
  const isDocumented = prop.table?.type?.summary !== undefined
  if (!type || !isDocumented) return prop
  const plain = withoutNothing(type)
  const summary = summaryOf(prop, type, plain)
  const { text, byDefault } = describe(prop.description ?? '')
  const { type: _, ...table } = prop.table ?? {}
  return {
    ...prop,
    description: text,
    type: plain,
    table: {
      ...table,
      ...(summary !== null && { type: { summary } }),
      ...(byDefault !== null && { defaultValue: { summary: byDefault } }),
    },
    ...(prop.control === undefined && controlOf(plain)),
  }
}

const NOTHING = ['undefined', 'null']

function withoutNothing(type: SBType): SBType {
  const { required = false, raw = '' } = type
  if (type.name !== 'function' && raw.includes('=>')) return { name: 'function', required, raw }
  if (type.name !== 'union') return type
  const [only, ...others] = type.value.filter((one) => !NOTHING.includes(nameOf(one)))
  return only && others.length === 0 ? { ...only, required } : type
}

function nameOf(type: SBType): string {
  return type.name === 'other' ? type.value : type.name
}

/** The type as it is written, short of what is plain from the absence of a star. */
function summaryOf({ table }: StrictInputType, type: SBType, plain: SBType): string | null {
  // Docgen gives up on some types; a page may name them.
  const given = table?.type?.summary ?? 'unknown'
  const written =
    (plain.name === 'enum' ? plain.raw : undefined) ??
    (plain.name === 'union' && given !== 'union' ? given : type.raw) ??
    (given === 'union' ? nameOf(plain) : given)
  const summary = written
    .replaceAll(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/ \| undefined$/, '')
    .replace(/^\((.*=>.*)\)$/, '$1')
  return summary === 'unknown' ? null : summary
}

/** "Default true." stands in a column of its own. */
function describe(description: string): { text: string; byDefault: string | null } {
  const found = /\s*Default:? (`[^`]*`|[^.`;:]+)\.(?=\s|$)/.exec(description)
  const byDefault = found?.[1]?.replaceAll('`', '') ?? null
  if (!found || byDefault === null || byDefault.length > LONGEST_DEFAULT) {
    return { text: description, byDefault: null }
  }
  return { text: description.replace(found[0], '').trim(), byDefault }
}

function controlOf(type: SBType): Pick<StrictInputType, 'control' | 'options'> | null {
  if (type.name === 'enum') return { control: { type: 'select' }, options: type.value }
  if (SLOTS.includes(nameOf(type))) return { control: { type: 'text' } }
  // A function is no value to type in; what it is called with is told below the story.
  return type.name === 'function' ? { control: false } : null
}
