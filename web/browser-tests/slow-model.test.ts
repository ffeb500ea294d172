import { startLanguageModelStub, type LanguageModelStub } from '../../server/testing/language-model-stub';
import { describeInBrowser } from './product';
import { connect } from './walk';

let model: LanguageModelStub | null = null;

afterAll(() => model?.close());

describeInBrowser(
  'A language model that does not answer in time',
  (product) => {
    it('is waited for in sight of the person, then statistics answer alone and the page says so', async () => {
      const visit = await product.visit();
      const { page, words } = visit;
      await connect(visit, 'velo.du.matin');
      await page.getByRole('link', { name: words.nav.recommendations, exact: true }).click();
      await page.getByRole('button', { name: words.recommendations.generate }).click();
      await page.getByText(words.notices.generationStarted).waitFor();
      await page.getByText(words.recommendations.generating).waitFor();
      await page.getByRole('main').getByRole('progressbar').waitFor();
      await page.getByText(words.recommendations.fellBack).waitFor({ timeout: 30_000 });
      await page.getByRole('article').first().getByText(words.recommendations.sources.STATISTICS).waitFor();
      expect(model?.requests.length).toBeGreaterThan(0);
    });
  },
  async () => {
    model = await startLanguageModelStub();
    model.answerWith('hang');
    return { OPENAI_API_KEY: 'sk-stub', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'stub', OPENAI_TIMEOUT_SECONDS: '3' };
  },
);
