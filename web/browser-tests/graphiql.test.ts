import type { Page } from 'playwright-core';
import { exampleQueries } from '../../server/graphql/example-queries';
import { describeInBrowser } from './product';
import { connect, pattern } from './walk';

describeInBrowser('GraphiQL', (product) => {
  it('opens with the examples and runs one, asking nobody but this server', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    await connect(visit, 'velo.du.matin');
    await page.getByRole('button', { name: words.recommendations.generate }).click();
    const recommendation = page.getByRole('article').filter({ hasText: words.recommendations.types.TIMING }).first();
    await recommendation.waitFor({ timeout: 30_000 });
    await recommendation.getByText(words.recommendations.why).click();
    const said = await recommendation.getByText(pattern(words.evidence.interval)).last().innerText();
    const check = await recommendation.getByRole('link', { name: words.recommendations.check }).getAttribute('href');

    await page.goto('/graphql');
    expect(await page.getByRole('tab').count()).toBeGreaterThanOrEqual(exampleQueries.length);
    expect(await run(page)).toContain('velo.du.matin');

    // The document of the evidence gives the number again.
    await page.goto(check ?? '');
    const answer = await run(page);
    expect(answer).toContain('"data"');
    expect(answer).not.toContain('"errors"');
    const numberOf = (name: string) => Number(new RegExp(`"${name}": (-?[\\d.e-]+)`).exec(answer)?.[1]);
    const gain = Math.round(Math.expm1(numberOf('estimate')) * 100);
    expect(said.replace(/\s/g, ' ')).toMatch(
      new RegExp(`^\\+${gain} % .* n = ${numberOf('n')}, contre ${numberOf('otherCount')}$`),
    );
  });

  it('leads a stranger to signing in, and says so', async () => {
    const { page, words } = await product.visit();
    await page.goto('/graphql');
    await page.getByText(words.notices.signInNeeded).waitFor();
    await page.getByRole('link', { name: words.landing.connect }).waitFor();
  });
});

/** @returns what the answer's pane shows */
async function run(page: Page): Promise<string> {
  const answered = page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' &&
      new URL(response.url()).pathname === '/graphql' &&
      !/IntrospectionQuery/.test(response.request().postData() ?? ''),
    { timeout: 30_000 },
  );
  await page.getByRole('button', { name: /^Execute query/ }).click({ timeout: 30_000 });
  const response = await answered;
  const body = await response.text();
  expect({ status: response.status(), body }).toEqual({ status: 200, body });
  const pane = page.locator('.graphiql-response');
  await pane.getByText('"data"').waitFor();
  return (await pane.innerText()).replace(/\u00a0/g, ' ');
}
