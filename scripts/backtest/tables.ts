import type { BacktestReport } from './report';

type Cell = string | number | null;

/** A table in Markdown: the first columns, those with words, left; all others right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[], wordColumns = 1): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
  return [line(head), line(head.map((_name, i) => (i < wordColumns ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** With a real minus sign and three digits; a dash for what is not known. */
export function signed(value: number | null, digits = 3): string {
  if (value === null) return '–';
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

export function withError(value: number | null, standardError: number | null): string {
  if (value === null) return '–';
  return standardError === null ? signed(value) : `${signed(value)} ± ${standardError.toFixed(3)}`;
}

export function percent(rate: number | null, digits = 0): string {
  return rate === null ? '–' : `${(100 * rate).toFixed(digits)} %`;
}

export function backtestTables(report: BacktestReport): string {
  const { data, methodVersion, seconds } = report;
  return [
    `${data.videos} videos of ${data.creators} creators; ${data.creatorsScored} of them with later videos (${data.videosScored}), ` +
      `advised at ${data.originsAdvised} of ${data.origins} origins. Method ${methodVersion}, ${seconds} s.`,
    gainTable(report),
    choiceTable(report),
    'Placebo: the same where counts have nothing to do with choices.',
    gainTable({ rows: report.placebo }),
    calibrationText(report),
    calibrationTable(report),
    ...(report.generated
      ? [falseAlarmText(report.generated), falseAlarmTable(report.generated), powerTable(report.generated)]
      : []),
  ].join('\n\n');
}

const gainHead = ['creators', 'advised', 'apparent gain', 'gain on later videos', 'winsorised', 'videos following'];

export function gainTable({ rows }: Pick<BacktestReport, 'rows'>): string {
  return markdownTable(
    ['type', 'method', ...gainHead],
    rows.map((row) => [row.type, row.method, ...gainCells(row)]),
    2,
  );
}

export function choiceTable({ choices }: Pick<BacktestReport, 'choices'>): string {
  return markdownTable(
    ['choice', ...gainHead],
    choices.map((row) => [row.kind, ...gainCells(row)]),
  );
}

function gainCells(row: BacktestReport['rows'][number] | BacktestReport['choices'][number]): Cell[] {
  return [
    row.creators,
    row.creatorsAdvised,
    signed(row.apparentGain),
    withError(row.gain, row.gainSe),
    withError(row.robustGain, row.robustGainSe),
    row.videosFollowing,
  ];
}

export function calibrationText({ calibration: { ece, n, leftOut } }: Pick<BacktestReport, 'calibration'>): string {
  return (
    `Calibration: ${n} pieces of advice tried, expected calibration error ${ece === null ? '–' : ece.toFixed(3)}; left out: ` +
    `${leftOut.tooFew} with too few later videos, ${leftOut.notCounted} repeated while being tried, ${leftOut.noCriterion} that no video can be held against.`
  );
}

export function calibrationTable({ calibration }: Pick<BacktestReport, 'calibration'>): string {
  return markdownTable(
    ['confidence', 'n', 'stated', 'agreed', '95 % interval'],
    calibration.bins.map(({ from, to, n, stated, observed }) => [
      `${percent(from)} to ${percent(to)}`,
      n,
      percent(stated, 1),
      percent(observed, 1),
      wilsonInterval(observed, n),
    ]),
  );
}

/** Interval of 95 % for a share seen in n cases (Wilson 1927, Journal of the American Statistical Association 22, 209–212). */
function wilsonInterval(share: number, n: number): string {
  const z = 1.96;
  const centre = share + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return `${percent((centre - reach) / scale)} to ${percent((centre + reach) / scale)}`;
}

type Generated = NonNullable<BacktestReport['generated']>;

export function falseAlarmText({ falseAlarmRate, falseAlarmSe, falseAlarmCreators }: Generated): string {
  return `Advised although nothing is there: ${percent(falseAlarmRate, 1)} ± ${percent(falseAlarmSe, 1)} of ${falseAlarmCreators} generated creators.`;
}

export function falseAlarmTable({ falseAlarms }: Generated): string {
  return markdownTable(
    ['videos', 'creators', 'advised', '±'],
    falseAlarms.map(({ videos, creators, rate, standardError }) => [
      videos,
      creators,
      percent(rate, 1),
      percent(standardError, 1),
    ]),
  );
}

/** One row an effect, one column a number of videos: both kinds together, then hours / hashtag. */
export function powerTable({ power }: Generated): string {
  const sizes = [...new Set(power.map(({ videos }) => videos))];
  const effects = [...new Set(power.map(({ effect }) => effect))];
  return markdownTable(
    ['planted effect', ...sizes.map((videos) => `${videos} videos`)],
    effects.map((effect) => [
      effect.toFixed(1),
      ...sizes.map((videos) => {
        const row = power.find((one) => one.effect === effect && one.videos === videos);
        return row ? `${percent(row.found)} (${percent(row.foundHours)} / ${percent(row.foundHashtag)})` : null;
      }),
    ]),
  );
}
