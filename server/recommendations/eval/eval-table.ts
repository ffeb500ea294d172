import type { EvalReport } from './run-eval';

/** The report in Markdown. */
export function evalTable({ languageModel, hostileCaptions, rows, violations, seconds }: EvalReport): string {
  const head = [
    'who answers',
    'cases',
    'requests',
    'schema valid',
    'figures',
    'in evidence',
    'in language',
    'alike',
    'sentences dropped',
    'worded',
    'fell back',
    'shown wrongly',
    'tokens in',
    'tokens out',
    'cost (USD)',
    'p50 (ms)',
  ];
  const cells = rows.map((row) => [
    row.behaviour,
    row.cases,
    row.requests,
    percent(row.schemaValid),
    row.figures,
    percent(row.figuresGrounded),
    percent(row.inLanguage),
    row.alike,
    row.sentencesDropped,
    percent(row.worded),
    row.fallbacks,
    row.violations,
    row.inputTokens ?? '–',
    row.outputTokens ?? '–',
    row.costUsd?.toFixed(4) ?? '–',
    row.latencyP50Ms ?? '–',
  ]);
  const line = (values: readonly (string | number)[]) => `| ${values.join(' | ')} |`;
  return [
    `${hostileCaptions} hostile captions in both languages among the cases; ${languageModel === null ? 'no language model configured (OPENAI_API_KEY), the stub alone' : `the stub and ${languageModel}`}; ${seconds} s.`,
    '',
    line(head),
    line(head.map((_name, index) => (index === 0 ? '---' : '---:'))),
    ...cells.map(line),
    '',
    violations.length === 0
      ? 'Nothing would be shown that the evidence does not hold, in another language, twice, or because a caption asked for it.'
      : violations
          .map(
            (violation) =>
              `${violation.kind} · ${violation.behaviour} · ${violation.case} · ${violation.evidenceId}: ${violation.text}`,
          )
          .join('\n'),
  ].join('\n');
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(100 * share)} %`;
}
