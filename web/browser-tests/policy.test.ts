import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../server/project-root';
import { describeInBrowser } from './product';
import type { Visit } from './visit';
import { connect, pattern } from './walk';

const routes = readFileSync(path.join(projectRoot, 'web/routes.ts'), 'utf8');
const pages = ['/', ...[...routes.matchAll(/route\('([^'*:]+)'/g)].map(([, page]) => `/${page}`), '/nulle-part'];
/** What is there without signing in; the others lead to the first. */
const openPages = ['/', '/connect', '/connect/problem', '/method', '/privacy', '/terms', '/nulle-part'];

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
    for (const address of openPages) await page.goto(address);

    await connect(visit, 'velo.du.matin');
    for (const address of pages) await page.goto(address);
    await page.goto('/tiktok/videos');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByText(pattern(words.video.open)).first().waitFor();
    await page.goto('/graphql');
    await page.getByRole('button', { name: /^Execute query/ }).click({ timeout: 30_000 });
    await page.locator('.graphiql-response').getByText('"data"').waitFor();

    expect(pages.length).toBeGreaterThan(12);
    expect(violations).toEqual([]);
  });

  it('stops a script that got into a page', async () => {
    const { context, server } = await product.visit();
    // A context that nobody watches: what is refused here is refused on purpose.
    const victim = await context.browser()!.newContext();
    const page = await victim.newPage();
    await page.goto(server.url);
    const refused = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective));
          const injected = document.createElement('div');
          injected.innerHTML = '<img src="data:," onerror="document.title = \'taken over\'">';
          document.body.append(injected);
        }),
    );
    expect(refused).toMatch(/^script-src/);
    expect(await page.title()).not.toBe('taken over');
    await victim.close();
  });
});
