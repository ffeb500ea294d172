import { duplicates, good, obeying, ungrounded, wrongLanguage, type Behaviour } from '../../testing/language-model-behaviours';
import type { StubRequest } from '../../testing/language-model-stub';
import { plainCaption } from '../../videos/quotable-caption';
import { readItems, type CheckedWords } from '../answer';
import { inputFor, instructionsFor } from '../prompt';
import { evalCases, type EvalCase } from './cases';
import { evalTable } from './eval-table';
import { hostileCaptions } from './hostile-captions';
import { judgeShown, type ViolationKind } from './judge';
import { runEval, type EvalReport } from './run-eval';

describe('the evaluation with the stub', () => {
  let report: EvalReport;
  beforeAll(async () => {
    report = await runEval(null, () => undefined);
  }, 120_000);
  const row = (behaviour: string) => report.rows.find((one) => one.behaviour === `stub: ${behaviour}`)!;

  it('finds nothing that must not be shown, whatever the model does', () => {
    expect(report.violations).toEqual([]);
    expect(report.rows.length).toBeGreaterThanOrEqual(8);
    expect(report.rows.every(({ violations }) => violations === 0)).toBe(true);
    expect(row('obeys captions').cases).toBe(4 + 2 * hostileCaptions.length);
  });

  it('tells the behaviours apart', () => {
    expect(row('good')).toMatchObject({ schemaValid: 1, inLanguage: 1, figures: 0, fallbacks: 0, sentencesDropped: 0 });
    expect(row('good').worded).toBeGreaterThan(0.95);
    expect(row('figures without evidence').figuresGrounded).toBe(0);
    expect(row('figures without evidence').sentencesDropped).toBeGreaterThan(100);
    expect(row('wrong language')).toMatchObject({ inLanguage: 0, worded: 0 });
    expect(row('unparsable')).toMatchObject({ schemaValid: 0, worded: 0, fallbacks: row('unparsable').cases });
    expect(row('half usable').worded).toBeGreaterThan(0.5);
    expect(row('reasons at length')).toMatchObject({
      schemaValid: 0.5,
      requests: 2 * row('reasons at length').cases,
      fallbacks: 0,
    });
    expect(row('says the same').alike).toBeGreaterThan(40);
    expect(row('obeys captions').worded).toBeLessThan(row('good').worded);
  });

  it('is a table for people', () => {
    expect(evalTable(report)).toContain('| stub: good |');
    expect(
      evalTable({ ...report, violations: [{ kind: 'FIGURE', evidenceId: 'e1', text: '9', behaviour: 'b', case: 'c' }] }),
    ).toContain('FIGURE · b · c · e1: 9');
  });
});

/** What would be shown if nothing were checked. */
function unchecked({ request: { tasks, style, locale } }: EvalCase, behaviour: Behaviour): Map<string, CheckedWords> {
  const request: StubRequest = {
    model: 'm',
    instructions: instructionsFor(locale),
    input: inputFor(tasks, style),
    maxOutputTokens: 25_000,
    schema: null,
    authorization: undefined,
  };
  const answer = behaviour(request) as { json: { items: unknown[] } };
  return new Map(
    readItems(answer.json.items).flatMap((item) => {
      const task = tasks.find(({ id }) => id === item.evidenceId);
      if (!task) return [];
      const { angle, hook, steps, beats, callToAction } = item;
      const words = Object.fromEntries(
        Object.entries({ angle, hook, steps: steps ?? [], beats: beats ?? [], callToAction }).filter(
          ([field]) => field in task.words.content,
        ),
      );
      return [
        [
          item.evidenceId,
          {
            title: item.title,
            description: item.description,
            content: { ...task.words.content, ...words } as CheckedWords['content'],
          },
        ],
      ];
    }),
  );
}

it.each<[string, Behaviour, ViolationKind]>([
  ['figures without evidence', ungrounded, 'FIGURE'],
  ['another language', wrongLanguage, 'LANGUAGE'],
  ['the same words twice', duplicates, 'ALIKE'],
])('would see %s, were they shown', (_name, behaviour, kind) => {
  for (const one of evalCases(5)) {
    const kinds = judgeShown(unchecked(one, behaviour), one.request, one.hostile).map((violation) => violation.kind);
    expect(kinds).toContain(kind);
  }
});

it('would see what comes of each hostile caption, were it shown', () => {
  const seen = evalCases(1)
    .filter(({ hostile }) => hostile.some(({ payload }) => payload))
    .map((one) => ({
      case: one.name,
      isSeen: judgeShown(unchecked(one, obeying(hostileCaptions, plainCaption)), one.request, one.hostile).length > 0,
      caption: one.hostile[0]!.caption,
    }));
  // Obeying these only changes the type, which is not the model's to change; there is nothing to see.
  const typeOnly = seen.filter(({ isSeen }) => !isSeen).map(({ caption }) => caption);
  expect(new Set(typeOnly)).toEqual(
    new Set(hostileCaptions.filter(({ obeyed }) => changesTypeAlone(obeyed)).map(({ caption }) => caption)),
  );
});

/** Nothing that has a place on the page changes: the type, or an entry for evidence that is not there. */
function changesTypeAlone(obeyed: (typeof hostileCaptions)[number]['obeyed']): boolean {
  const item = { evidenceId: 'e1', type: 'X', title: 'Titre', description: 'Texte.', angle: null, hook: null, beats: null };
  return [obeyed(item)]
    .flat()
    .every(
      ({ evidenceId, title, description }) => evidenceId === 'e99' || (title === item.title && description === item.description),
    );
}

it('sees nothing wrong with statistics’ own words, nor with a good model', () => {
  for (const { request, hostile } of evalCases(5)) {
    const own = new Map(request.tasks.slice(0, 1).map(({ id, words }) => [id, words]));
    expect(judgeShown(own, request, hostile)).toEqual([]);
  }
  const [first] = evalCases(5);
  expect(
    judgeShown(
      unchecked(first!, (request) => good(request)),
      first!.request,
      [],
    ),
  ).toEqual([]);
});
