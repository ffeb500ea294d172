import { goodItems } from '../../server/testing/language-model-behaviours';
import { startLanguageModelStub, type LanguageModelStub } from '../../server/testing/language-model-stub';
import { findViolations } from './axe';
import { describeInBrowser } from './product';
import { card, connect, expectNoSideScroll, pattern } from './walk';

let model: LanguageModelStub | null = null;

afterAll(() => model?.close());

describeInBrowser(
  'A language model with a ceiling and prices',
  (product) => {
    it('words recommendations, its use and cost are in the settings, and at the ceiling the page says until when', async () => {
      const visit = await product.visit();
      const { page, words } = visit;
      await connect(visit, 'papier.plie');
      const ask = async () => {
        await page.goto('/tiktok/recommendations');
        await page.getByRole('button', { name: words.recommendations.generate }).click();
      };
      await ask();
      await page.getByText(pattern(words.recommendations.worded)).waitFor({ timeout: 30_000 });
      await page.getByRole('article').first().getByText(words.recommendations.sources.OPENAI).waitFor();

      await page.goto('/settings');
      const usage = card(page, words.languageModel.title);
      await usage.getByText(/^4.280 sur 18.000$/).waitFor();
      await usage.getByText(/0,0034/).waitFor();
      expect(await usage.getByRole('progressbar').getAttribute('value')).toBe(String(4_280 / 18_000));
      expect(await findViolations(page)).toEqual([]);
      await expectNoSideScroll(page);

      await ask();
      await page.getByText(pattern(words.recommendations.fellBack)).waitFor({ timeout: 30_000 });
      await page.getByText(/plafond mensuel.*à 0 h UTC/).waitFor();
      expect(model?.requests).toHaveLength(1);
    });
  },
  async () => {
    model = await startLanguageModelStub();
    model.answerWith((request) => ({
      json: { items: goodItems(request) },
      usage: { prompt_tokens: 2_870, completion_tokens: 1_410 },
    }));
    return {
      OPENAI_API_KEY: 'sk-stub',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL: 'stub-1',
      OPENAI_MONTHLY_TOKENS: '18000',
      OPENAI_INPUT_PRICE: '0.4',
      OPENAI_OUTPUT_PRICE: '1.6',
    };
  },
);
