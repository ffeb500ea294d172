import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../server/project-root';

const source = readFileSync(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown; html: string; failureSummary?: string }[] }[];
  passes: unknown[];
}
declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

/**
 * What axe-core finds wrong with the page as it stands, everything that can be opened opened: one line per element.
 * @param rules these alone; without them all of WCAG 2.2 A and AA
 */
export async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  // A colour on its way from light to dark is neither.
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.allSettled(transitions.map(({ finished }) => finished)).then(() => undefined);
  });
  // Through the debugger's protocol, which the page's policy does not concern.
  await page.evaluate(`typeof axe === 'undefined' && (() => { ${source} })()`);
  const { violations, passes } = await page.evaluate(
    (runOnly) => axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
  );
  if (passes.length === 0) throw new Error('axe-core has checked nothing.');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id} (${help}) at ${JSON.stringify(target)}: ${html.slice(0, 160)}\n${failureSummary}`,
    ),
  );
}
