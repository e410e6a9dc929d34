import { statSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** A mutant ends with the first test that fails: a module's own small file mostly does it. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = ({ moduleId }: TestSpecification) => statSync(moduleId).size
    return files.toSorted((one, other) => size(one) - size(other))
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    // The quick tests that reach what is mutated.
    include: [
      'test/backends/{calimatic-secrets,field-errors,retry-after,server-time,sort-answer}.test.ts',
      'test/client/{careful-attempt,circuit-breaker,protected-fetch,retry-policy}.test.ts',
      'test/client/{redirect-escapes,redirect-target}.test.ts',
      'test/client/{refresh-across-tabs,storage-faults,tab-messages}.test.ts',
      'test/contract/seed-rows.test.ts',
      'test/ui-state/*.test.ts',
    ],
    setupFiles: ['test/mutation/same-cases.ts'],
    sequence: { sequencer: SmallestFirst },
    testTimeout: 10_000,
  },
})
