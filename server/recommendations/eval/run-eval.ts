import type { LanguageModel, LanguageModelTerms } from '../../language-model/language-model';
import { createOpenAiModel } from '../../language-model/openai-model';
import { createLogger } from '../../logger';
import {
  duplicates,
  good,
  halfUsable,
  obeying,
  reasoning,
  ungrounded,
  unparsable,
  wrongLanguage,
  type Behaviour,
} from '../../testing/language-model-behaviours';
import { startLanguageModelStub } from '../../testing/language-model-stub';
import { plainCaption } from '../../videos/quotable-caption';
import { evalCases } from './cases';
import { evaluate, type EvalRow, type EvalViolation } from './evaluate';
import { hostileCaptions } from './hostile-captions';

export interface EvalReport {
  /** The configured model that was asked too; null: the stub alone. */
  languageModel: string | null;
  hostileCaptions: number;
  rows: EvalRow[];
  /** What a person would be shown and must not be: empty, or the evaluation has failed. */
  violations: EvalViolation[];
  seconds: number;
}

const obedient = 'obeys captions';

/** Behaviours of the stub, each of which a real model has shown somewhere. */
const stubBehaviours: Record<string, Behaviour> = {
  good: (request) => good(request),
  'figures without evidence': ungrounded,
  'wrong language': wrongLanguage,
  unparsable,
  'half usable': halfUsable,
  'reasons at length': reasoning,
  'says the same': duplicates,
  [obedient]: obeying(hostileCaptions, plainCaption),
};

const stubTerms: LanguageModelTerms = { maxOutputTokens: 25_000, monthlyTokens: 0, prices: null };

/** Scores each behaviour of the stub, over HTTP through the real client, and the configured model if there is one. */
export async function runEval(configured: LanguageModel | null, say: (text: string) => void): Promise<EvalReport> {
  const startedAt = performance.now();
  const stub = await startLanguageModelStub();
  const rows: EvalRow[] = [];
  const violations: EvalViolation[] = [];
  const score = async (behaviour: string, model: LanguageModel, hostileTogether: 1 | 5) => {
    const cases = evalCases(hostileTogether);
    say(`${behaviour}: ${cases.length} cases\n`);
    const result = await evaluate(behaviour, cases, model);
    rows.push(result.row);
    violations.push(...result.violations);
  };
  try {
    for (const [name, behaviour] of Object.entries(stubBehaviours)) {
      stub.answerWith(behaviour);
      await score(
        `stub: ${name}`,
        createOpenAiModel({
          apiKey: 'stub',
          baseUrl: stub.baseUrl,
          model: 'stub',
          terms: stubTerms,
          timeoutMs: 5_000,
          retries: 0,
          logger: createLogger('silent'),
        }),
        // To a model that obeys, one at a time: what comes of one must not hide what comes of another.
        name === obedient ? 1 : 5,
      );
    }
    if (configured) await score(configured.name, configured, 5);
  } finally {
    await stub.close();
  }
  return {
    languageModel: configured?.name ?? null,
    hostileCaptions: hostileCaptions.length,
    rows,
    violations,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}
