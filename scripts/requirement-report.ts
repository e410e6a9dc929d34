/** What is asked of the project: a short title by its id, such as `UX-19`. */
export type Requirements = Readonly<Record<string, string>>

export interface GroupReport {
  group: string
  tested: readonly string[]
  /** Without a test, and the decision log says why. */
  decided: readonly string[]
  missing: readonly string[]
}

export interface RequirementReport {
  groups: readonly GroupReport[]
  /** Ids that titles name and nobody asks for. */
  unknown: readonly string[]
}

const ID = /\b(?:SEC|REL|A11Y|UX|I18N)-\d{2}\b/g

/** Sorts requirements by whether a test's title names them, or else a line of the decision log. */
export function reportOn(
  requirements: Requirements,
  titles: readonly string[],
  decisions: string,
): RequirementReport {
  const tested = idsIn(titles.join('\n'))
  const decided = idsIn(decisions)
  const ids = Object.keys(requirements)
  const groups = [...new Set(ids.map(groupOf))].map((group): GroupReport => {
    const own = ids.filter((id) => groupOf(id) === group)
    const untested = own.filter((id) => !tested.has(id))
    return {
      group,
      tested: own.filter((id) => tested.has(id)),
      decided: untested.filter((id) => decided.has(id)),
      missing: untested.filter((id) => !decided.has(id)),
    }
  })
  const unknown = [...tested].filter((id) => !Object.hasOwn(requirements, id)).toSorted()
  return { groups, unknown }
}

/** The report in words, with what is missing by its title. */
export function describeReport(
  { groups, unknown }: RequirementReport,
  requirements: Requirements,
): string {
  const lines = groups.flatMap(({ group, tested, decided, missing }) => [
    `${group}: ${tested.length} tested, ${decided.length} decided, ${missing.length} missing`,
    ...(decided.length > 0 ? [`  decided: ${decided.join(', ')}`] : []),
    ...missing.map((id) => `  ${id} ${requirements[id] ?? ''}`),
  ])
  const strangers = unknown.length > 0 ? [`Nobody asks for: ${unknown.join(', ')}`] : []
  return [...lines, ...strangers].join('\n')
}

/**
 * The groups that `--require UX,SEC` names.
 *
 * @throws when there is no such group.
 */
export function requiredGroups(asked: string, { groups }: RequirementReport): GroupReport[] {
  const names = asked.split(',').map((name) => name.trim())
  return names.map((name) => {
    const found = groups.find(({ group }) => group === name)
    if (found) return found
    throw new Error(
      `Gatewright: --require got ${JSON.stringify(name)}. No group of requirements has that name. ` +
        `Choose from ${groups.map(({ group }) => group).join(', ')}, with commas between.`,
    )
  })
}

function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(ID))
}

function groupOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'))
}
