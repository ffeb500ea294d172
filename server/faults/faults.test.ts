import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../project-root';
import { expectedOutcome } from './expected';
import { casesOf, countCells, faults, operationNames, operations, renderDocument } from './fault-table';
import { createFaultWorld, type FaultWorld } from './fault-world';
import { type Outcomes, tryAll } from './try-all';

const documentFile = path.join(projectRoot, 'docs/faults.md');
const matchers = {
  message: (words: RegExp): unknown => expect.stringMatching(words),
  above: (count: number): unknown => ({
    asymmetricMatch: (value: unknown) => Number(value) > count,
    toString: () => `above ${count}`,
  }),
};

let world: FaultWorld;
let outcomes: Outcomes;

beforeAll(async () => {
  world = await createFaultWorld();
  outcomes = await tryAll(world);
}, 400_000);
afterAll(() => world.close());

describe.each(operationNames)('%s', (operation) => {
  it.each(casesOf(operation).map(({ fault, ending }) => ({ fault, ending, met: faults[fault] })))(
    '$met: $ending',
    ({ fault, ending }) => {
      expect(outcomes.get(operation)?.get(fault)).toMatchObject(expectedOutcome(ending, operation, matchers));
    },
  );
});

it('leaves no job behind that failed for good, and none that holds a lease', () => {
  const jobs = 'SELECT kind, key, lastError FROM Job WHERE failedAt IS NOT NULL OR leasedBy IS NOT NULL';
  expect(world.disturbed.test.db.sqlite.prepare(jobs).all()).toEqual([]);
});

it('is written down in docs/faults.md; if not, run this test with WRITE_FAULTS=1', async () => {
  const document = renderDocument();
  if (process.env.WRITE_FAULTS) await writeFile(documentFile, document);
  expect(await readFile(documentFile, 'utf8')).toBe(document);
  const { tried, without } = countCells();
  console.log(
    `Faults: ${tried} cases of ${operationNames.length} operations tried (${Object.keys(operations).join(', ')}), ${without} cannot be.`,
  );
});
