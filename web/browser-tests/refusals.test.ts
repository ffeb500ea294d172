import { describeInBrowser } from './product';
import { authorize, authorizeWords, giveConsent } from './walk';

describeInBrowser('A connection that does not go through', (product) => {
  it('says that the person cancelled at TikTok, and offers to start again', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    await giveConsent(visit);
    await page.getByRole('button', { name: authorizeWords.fr.cancel }).click();
    await page.waitForURL('**/connect/problem?*');
    await page.getByText(words.connect.problems.AuthorizationCancelledError.title).waitFor();
    await page.getByText(words.connect.problems.AuthorizationCancelledError.body).waitFor();
    await page.getByRole('link', { name: words.connect.retry }).click();
    await page.getByRole('checkbox', { name: words.connect.agree }).waitFor();
  });

  it('names the permission without which there is nothing to analyse, and keeps nothing', async () => {
    const visit = await product.visit({ language: 'en' });
    const { page, words } = visit;
    await giveConsent(visit);
    await authorize(visit, 'atelier.lumiere', ['video.list']);
    await page.getByRole('alert').getByText(words.connect.problems.MissingScopeError.title).waitFor();
    await page.getByRole('alert').getByText('video.list').waitFor();
    await page.getByRole('link', { name: words.connect.retry }).waitFor();
    await page.goto('/tiktok');
    await page.getByText(words.notices.signInNeeded).waitFor();
  });

  it('accepts an answer of TikTok once: the same address again says so and leaves the account as it is', async () => {
    const visit = await product.visit();
    const { page, words } = visit;
    let callback = '';
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/tiktok/auth/callback') callback = request.url();
    });
    await giveConsent(visit);
    await authorize(visit, 'carnet.de.rando');
    await page.goto(callback);
    await page.waitForURL('**/connect/problem?*');
    await page.getByRole('alert').getByText(words.connect.problems.AuthorizationStateError.title).waitFor();
    await page.goto('/settings');
    await page.getByText(words.settings.statuses.ACTIVE, { exact: true }).waitFor();
    expect(await page.getByText(words.settings.statuses.ACTIVE, { exact: true }).count()).toBe(1);
  });

  it('refuses an answer of TikTok that another browser asked for', async () => {
    const asked = await product.visit();
    await asked.page.route('**/api/tiktok/auth/callback?*', (route) => route.abort('aborted'));
    await giveConsent(asked);
    const request = asked.page.waitForRequest('**/api/tiktok/auth/callback?*');
    await asked.page.getByRole('button', { name: authorizeWords.fr.authorize }).click();
    const callback = (await request).url();
    const other = await product.visit();
    await other.page.goto(callback);
    await other.page.getByRole('alert').getByText(other.words.connect.problems.AuthorizationStateError.body).waitFor();
    await other.page.goto('/tiktok');
    await other.page.getByText(other.words.notices.signInNeeded).waitFor();
  });
});
