import type { ProxyFault } from '../testing/faulty-proxy';
import { good } from '../testing/language-model-behaviours';
import { waitFor } from '../testing/wait-for';
import type { Fault } from './fault-table';
import { connectAgain, type FaultWorld, type Person } from './fault-world';

export interface ModelOutcome {
  sees: object;
  /** Tokens set aside and never settled. */
  unsettled: number;
  /** Whether what statistics say without any model is what the person has. */
  isAsStatistics: boolean;
  /** Asked again once the fault is gone. */
  seesThen: object;
  difference: string | null;
  jobLeft: boolean;
}

interface Run {
  status: string;
  outcome: string | null;
  fallbackReason: string | null;
  recommendations: { type: string; title: string; description: string; source: string }[];
}

/** Generates with each fault of the language model, and again without it. */
export async function tryModel(world: FaultWorld, faults: readonly Fault[]): Promise<Map<Fault, ModelOutcome>> {
  const { disturbed, languageModelStub, proxy } = world;
  const { db } = disturbed.test;
  languageModelStub.answerWith((request) => good(request));
  const person: Person = { creator: 'planted-hours', openId: '', browser: disturbed.test.browser(), connectionId: '' };
  world.setPageSize(20);
  await connectAgain(disturbed, person);
  await disturbed.drain();
  const undisturbed = await generate(world, person);
  if (undisturbed.outcome !== 'WORDED') throw new Error(`Undisturbed it should be worded: ${JSON.stringify(undisturbed)}`);

  const outcomes = new Map<Fault, ModelOutcome>();
  let statistics: string | null = null;
  for (const fault of faults) {
    if (fault === 'unknown-host') world.setModelHost('unknown');
    else
      proxy.rules.add({
        endpoint: 'model',
        fault: (fault.startsWith('token') ? 'token-refused' : fault) as ProxyFault,
        marks: null,
      });
    const run = await generate(world, person);
    if (run.outcome === 'FELL_BACK') statistics ??= words(run);
    const unsettled = db.sqlite
      .prepare('SELECT count(*) FROM LanguageModelRequest WHERE settledAt IS NULL')
      .pluck()
      .get() as number;
    proxy.rules.clear();
    world.setModelHost('known');
    const then = await generate(world, person);
    outcomes.set(fault, {
      sees: describe(run),
      unsettled,
      isAsStatistics: words(run) === statistics,
      seesThen: describe(then),
      difference: words(then) === words(undisturbed) ? null : `${words(then)}\ninstead of\n${words(undisturbed)}`,
      jobLeft: db.sqlite.prepare(`SELECT 1 FROM Job WHERE kind = 'generate'`).get() !== undefined,
    });
  }
  return outcomes;
}

const words = ({ recommendations }: Run) => JSON.stringify(recommendations.map((one) => JSON.stringify(one)).sort());

function describe({ status, outcome, fallbackReason, recommendations }: Run): object {
  return { status, outcome, fallbackReason, sources: [...new Set(recommendations.map(({ source }) => source))] };
}

async function generate({ disturbed }: FaultWorld, { browser, connectionId }: Person): Promise<Run> {
  const { generateRecommendations } = await browser.query<{ generateRecommendations: { generationRun: { id: string } } }>(
    `mutation ($input: GenerateRecommendationsInput!) {
      generateRecommendations(input: $input) { ... on GenerateRecommendationsSuccess { generationRun { id } } }
    }`,
    { input: { connectionId } },
  );
  await disturbed.drain();
  const read = async () =>
    (
      await browser.query<{ node: Run }>(
        'query ($id: ID!) { node(id: $id) { ... on GenerationRun { status outcome fallbackReason recommendations { type title description source } } } }',
        { id: generateRecommendations.generationRun.id },
      )
    ).node;
  await waitFor(async () => ['SUCCEEDED', 'FAILED'].includes((await read()).status));
  return read();
}
