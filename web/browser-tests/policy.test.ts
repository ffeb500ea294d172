import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../server/project-root';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { connect, pattern } from './walk';

const routes = readFileSync(path.join(projectRoot, 'web/routes.ts'), 'utf8');
const pages = ['/', ...[...routes.matchAll(/route\('([^'*:]+)'/g)].map(([, page]) => `/${page}`), '/nulle-part'];

/** What the browser reports as refused by a page's policy, from the first moment of every page on. */
async function gatherViolations({ context }: Visit): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeFunction('reportViolation', (text: string) => void violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
      const page = window as unknown as { reportViolation: (text: string) => void };
      page.reportViolation(`${violatedDirective} refused ${blockedURI} on ${documentURI}`);
    });
  });
  return violations;
}

describeInBrowser('The content security policy', (product) => {
  it('is broken by no page, signed in or not, GraphiQL with a query run included', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    visit.expectStatus(404, '/nulle-part');
    const violations = await gatherViolations(visit);
    for (const address of pages) await page.goto(address, { waitUntil: 'networkidle' });

    await connect(visit, 'velo.du.matin');
    for (const address of pages) await page.goto(address, { waitUntil: 'networkidle' });
    await page.goto('/tiktok/videos');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByText(pattern(words.videos.onTikTok)).first().waitFor();
    await page.goto('/graphql');
    await page.getByRole('button', { name: /^Execute query/ }).click({ timeout: 30_000 });
    await page.locator('.graphiql-response').getByText('"data"').waitFor();

    expect(pages.length).toBeGreaterThan(15);
    expect(violations).toEqual([]);
  });

  it('stops a script that got into a page', async () => {
    const visit = await product.visit();
    const { page } = visit;
    const violations = await gatherViolations(visit);
    await page.goto('/');
    await page.evaluate(() => {
      const script = document.createElement('div');
      script.innerHTML = '<img src="x" onerror="document.title = \'taken over\'">';
      document.body.append(script);
    });
    await expect.poll;
    expect(violations.join()).toContain('script-src');
  });
});
