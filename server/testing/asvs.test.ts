import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root';

// What stands in docs/asvs.md must be there: every requirement once, every file, and the counts.

/** Requirements of levels 1 and 2 of ASVS 5.0.0, by section: the numbers of each. */
const required: Record<string, number[]> = {
  'V3.2': [1, 2],
  'V3.3': [1, 2, 3, 4],
  'V3.4': [1, 2, 3, 4, 5, 6],
  'V3.5': [1, 2, 3, 4, 5],
  'V3.7': [1, 2],
  'V4.1': [1, 2, 3],
  'V4.2': [1],
  'V4.3': [1, 2],
  'V4.4': [1, 2, 3, 4],
  'V6.1': [1, 2, 3],
  'V6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'V6.3': [1, 2, 3, 4],
  'V6.4': [1, 2, 3, 4],
  'V6.5': [1, 2, 3, 4, 5],
  'V6.6': [1, 2, 3],
  'V6.8': [1, 2, 3, 4],
  'V7.1': [1, 2, 3],
  'V7.2': [1, 2, 3, 4],
  'V7.3': [1, 2],
  'V7.4': [1, 2, 3, 4, 5],
  'V7.5': [1, 2],
  'V7.6': [1, 2],
  'V8.1': [1, 2],
  'V8.2': [1, 2, 3],
  'V8.3': [1],
  'V8.4': [1],
  'V9.1': [1, 2, 3],
  'V9.2': [1, 2, 3, 4],
  'V10.1': [1, 2],
  'V10.2': [1, 2],
  'V10.3': [1, 2, 3, 4],
  'V10.4': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  'V10.5': [1, 2, 3, 4, 5],
  'V10.6': [1, 2],
  'V10.7': [1, 2, 3],
  'V11.1': [1, 2],
  'V11.2': [1, 2, 3],
  'V11.3': [1, 2, 3],
  'V11.4': [1, 2, 3, 4],
  'V11.5': [1],
  'V11.6': [1],
  'V12.1': [1, 2, 3],
  'V12.2': [1, 2],
  'V12.3': [1, 2, 3, 4],
  'V13.1': [1],
  'V13.2': [1, 2, 3, 4, 5],
  'V13.3': [1, 2],
  'V13.4': [1, 2, 3, 4, 5],
  'V14.1': [1, 2],
  'V14.2': [1, 2, 3, 4],
  'V14.3': [1, 2, 3],
  'V15.1': [1, 2, 3],
  'V15.2': [1, 2, 3],
  'V15.3': [1, 2, 3, 4, 5, 6, 7],
  'V16.1': [1],
  'V16.2': [1, 2, 3, 4, 5],
  'V16.3': [1, 2, 3, 4],
  'V16.4': [1, 2, 3],
  'V16.5': [1, 2, 3],
};
const holds = ['yes', 'partly', 'no', 'operator', '–'];

const text = readFileSync(path.join(projectRoot, 'docs/asvs.md'), 'utf8');
const rows = [...text.matchAll(/^\| (V[\d.]+)(?:–(V[\d.]+))? +\|[^|]*\| (\S+) +\|(.*)\|$/gm)].map(
  ([, first = '', last = first, verdict = '', evidence = '']) => ({ items: itemsBetween(first, last), verdict, evidence }),
);

it('has a verdict on every requirement of levels 1 and 2, once', () => {
  const expected = Object.entries(required).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`));
  expect(rows.flatMap(({ items }) => items)).toEqual(expected);
  expect(rows.filter(({ verdict }) => !holds.includes(verdict))).toEqual([]);
});

it('counts what its tables say', () => {
  const count = (verdict: string) =>
    rows.filter((row) => row.verdict === verdict).reduce((sum, { items }) => sum + items.length, 0);
  const total = rows.flatMap(({ items }) => items).length;
  expect(text).toContain(
    `Of ${total} requirements ${count('yes')} hold, ${count('partly')} hold in part, ${count('no')} does not, ${count('operator')} are the operator's, and ${count('–')} do not apply.`,
  );
});

it.each(['docs/asvs.md', 'docs/threat-model.md', 'docs/security-design.md', 'docs/reliability.md', 'SECURITY.md'])(
  'names only files that are there: %s',
  (document) => {
    const targets = [...readFileSync(path.join(projectRoot, document), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.length).toBeGreaterThan(0);
    const missing = targets.filter((target) => !existsSync(path.join(projectRoot, path.dirname(document), target)));
    expect(missing).toEqual([]);
  },
);

/** `V6.2.1` to `V6.2.12` are twelve. */
function itemsBetween(first: string, last: string): string[] {
  const section = first.slice(0, first.lastIndexOf('.'));
  const [from = 0, to = 0] = [first, last].map((item) => Number(item.slice(item.lastIndexOf('.') + 1)));
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
}
