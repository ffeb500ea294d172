import { FIRST_ORIGIN } from './rolling-origin';
import type { GrowthRow } from '../backtest-growth/growth-scores';
import type { PublishedBacktest, PublishedGrowth } from './published';
import {
  calibrationTable,
  calibrationText,
  choiceTable,
  falseAlarmTable,
  falseAlarmText,
  gainTable,
  markdownTable,
  percent,
  powerTable,
  signed,
} from './tables';

/** The whole of `docs/backtest.md`: what was done, and the tables as they came out. */
export function backtestDocument({ effects, growth }: PublishedBacktest): string {
  const { data, methodVersion, generated } = effects;
  return [
    '# Advice, measured on later videos',
    `_Written by \`npm run backtest:document\` from \`docs/backtest.json\`; do not edit. Method \`${methodVersion}\`._`,
    `Every figure below is as it came out, zero or not. The data is a private set of ${data.creators} creators with ` +
      `${count(data.videos)} videos, public counts of large accounts of one country and sixteen months; it is not part of the project. ` +
      'With a file of the same format, or with the generated creators of the sandbox, anybody can run the same:',
    '```sh\nnpm run backtest -- --data FILE --time-zone ZONE   # with a file\nnpm run backtest                                    # without\n```',
    '## In short',
    aimsTable(effects, growth),
    '## How it is done',
    howItIsDone(effects),
    '## What advice was worth',
    whatGainsSay,
    gainTable(effects),
    'The same advice of Crealia by what is chosen:',
    choiceTable(effects),
    whatPlaceboSays,
    gainTable({ rows: effects.placebo }),
    '## Whether confidence is honest',
    whatCalibrationSays,
    calibrationText(effects),
    calibrationTable(effects),
    ...(generated
      ? [
          '## Generated creators: false alarms and power',
          whatGeneratedSays,
          falseAlarmText(generated),
          falseAlarmTable(generated),
          powerTable(generated),
        ]
      : []),
    '## Growth of a video',
    ...(growth ? [whatGrowthSays(growth), growthTable(growth.rows)] : ['Not measured yet.']),
    '## What was missed, and what was tried',
    missed,
    '## What these figures do not say',
    limits,
  ].join('\n\n');
}

function howItIsDone({ data }: PublishedBacktest['effects']): string {
  return `- **Rolling origin.** A creator's videos in posting order. Advice is given on the first ${FIRST_ORIGIN}, and again whenever the history has grown by
  a quarter (by ten videos at least), as it is refreshed in use: ${data.origins} times for ${data.creatorsScored} creators who have later videos.
- **Gap of seven days.** Advice on the first p videos counts from seven days after the last of them, when all of them are seven days
  old, until the next advice counts. Videos posted in the gap are neither known nor later. No later video (${count(data.videosScored)} of them) counts twice.
- **Seven days old.** Only videos that were at least seven days old when they were read; views are brought to the age of seven days.
- **No peeking.** The method gets the known videos and nothing else: a test changes later videos a thousandfold and finds the same advice.
  One thing is not as in use: each video was read once, later than the origin, so the views of known videos are those of that
  reading, brought back to seven days; followers, which the file knows only as of the reading, are withheld. It also holds no captions, so nothing is
  measured here about how captions begin.
- **The yardstick.** A later video's residual is its ln(views) minus the median of the 15 posts before and after it. That level is
  for scoring only, uses what came later so that drift cancels, and is not the level that the advice is computed with.
- **Gain.** Mean residual of the later videos that happen to follow a piece of advice minus that of those that do not, within the same creator and window;
  pooled as a least-squares slope with an intercept for each piece of advice. Standard errors leave out one creator at a time
  (jackknife), so that a creator with much advice counts once. ± is one standard error. 0.1 is 10.5 % more views, 0.69 is twice as many.
- **Apparent gain.** What the method itself says of the same advice, with the same weights: Crealia's shrunken estimate, the plain difference for the others.
- **Winsorised.** The gain with residuals held in at 2.5 robust deviations: if one hit made a figure, it is missing here.
- **The usual methods** get the same known videos at equal age: the weekday and hour with the highest plain mean (three videos at
  least), the weekday and hour most used, the hashtag with the highest plain mean. \`none\` is no advice.`;
}

const missed = `- **Power against false alarms.** The threshold of 0.78 was set on other generated creators than those counted here, as the lowest that keeps false
  alarms at one creator in twenty: on 150 a size and 80 a kind, 0.75 advised 5.5 % for nothing and found 84 % of the effects of 0.4 among 800
  videos, 0.78 advised 4.3 % and found 83 %, 0.85 advised 2.4 % and found 76 %. An earlier count of this command, with blocks of hours that do not overlap and a
  threshold of 0.75, found 73 % (0.8 among 200) and 74 % (0.4 among 800) at 4.8 % false alarms. A tail of three degrees of freedom instead of Cauchy's, and
  a wider prior spread, found fewer hashtags at the same false alarms.
- **Calibration.** Some ninety pieces of advice are too few to tell an error of 0.1 from chance in one bin; stated confidence between 0.8 and 0.9 agreed less often
  than it said. Nothing was refitted to these figures: the scoreboard corrects confidence from each account's own outcomes instead.
- **Growth after ten days** without an earlier reading: the data is a list of trending creators, whose old videos go on growing, while the path after seven
  days is that of small accounts. Fitting it to the list would have made it wrong for everybody else.
- **Ideas** have the figures of hashtags: without captions both stand on the same choices. They are one success, not two.`;

const whatGainsSay =
  'Nobody was asked to follow anything: these are later videos that happen to match. A dash: nobody was advised, or nobody posted a video to tell by.';

const whatPlaceboSays =
  'A placebo: the counts of each video replaced by those of the video 37 % of the history later, so that they have nothing to do with what was chosen. Whatever gain is measured here is chance; it says how far the measurement itself can be trusted.';

const whatCalibrationSays = `Confidence is the probability that the next ten videos that follow the advice do better, on average, than the creator's others. Held against
the first ten later videos that follow it, and the others of the same time (those between the origin and the tenth, twenty at least): did the mean of the ten lie
above the mean of the others? Mean against mean, because views are skewed: against a median level chance alone would agree
more than half of the time. Advice with fewer than five such videos, or others, is left out; the same advice, given again while its ten videos are being posted, is not counted again.`;

const whatGeneratedSays = `Generated creators follow the published recipe (slow level, skewed noise, a habit of a few hours, hashtags in runs), here with caption lengths,
sounds and series added, none of which matters. A false alarm is any advice at all. For power, one effect is planted on about a fifth of the videos: in four hours beginning
at any full hour, or on a hashtag. Found: advised hours of which at least half are planted ones, or the planted hashtag. Cells: both (hours / hashtag).`;

function whatGrowthSays({ data, methodVersion }: PublishedGrowth): string {
  return `From a reading at the first age (hours), the views at the second are foretold and held against the later reading: ${count(data.readings)} readings of
${count(data.videos)} videos of ${count(data.creators)} creators, another private set; \`npm run backtest:growth -- --data FILE\`, method \`${methodVersion}\`. Error: median of the absolute difference in ln(views); beside it
that of the plain median path, and of "no further growth". Last two columns: share of later readings inside the interval, ± one standard error clustered by creator.`;
}

const limits = `- Nothing here shows a cause. Videos with a hashtag may do better because of what they show.
- The creators are large accounts; 133 of them say little about one. Advice that gained on average may lose for somebody.
- A creator who follows advice on purpose may post other videos than one who happened to match it. What happens then is scored in the app, video by video, and by experiments.`;

interface Aim {
  what: string;
  aim: string;
  measured: string;
}

function aimsTable({ rows, generated, calibration }: PublishedBacktest['effects'], growth: PublishedGrowth | null): string {
  const power = (effect: number, videos: number) => {
    const row = generated?.power.find((one) => one.effect === effect && one.videos === videos);
    return row ? `${percent(row.found)} ± ${percent(row.standardError)}` : '–';
  };
  const given = rows.filter(({ method, gain }) => method === 'crealia' && gain !== null);
  const held = given.filter(({ gain, gainSe }) => gain! > 2 * (gainSe ?? Infinity));
  const aims: Aim[] = [
    {
      what: 'Creators advised although nothing is there',
      aim: '5 % or less',
      measured: generated ? `${percent(generated.falseAlarmRate, 1)} ± ${percent(generated.falseAlarmSe, 1)}` : '–',
    },
    { what: 'Effect of 0.8 found among 200 videos', aim: '80 % or more', measured: power(0.8, 200) },
    { what: 'Effect of 0.4 found among 800 videos', aim: '80 % or more', measured: power(0.4, 800) },
    {
      what: 'Types of advice whose gain on later videos is above zero by two standard errors',
      aim: 'all that are given',
      measured: `${held.length} of ${given.length}`,
    },
    {
      what: 'Expected calibration error',
      aim: 'small',
      measured: calibration.ece === null ? '–' : `${calibration.ece.toFixed(3)} (n = ${calibration.n})`,
    },
    ...growthAims(growth?.rows ?? []),
  ];
  return markdownTable(
    ['what', 'aim', 'measured'],
    aims.map(({ what, aim, measured }) => [what, aim, measured]),
    2,
  );
}

/** The stretch that the aims are about: from the first reading at 12 to 48 hours to 5 to 10 days. */
function growthAims(rows: readonly GrowthRow[]): Aim[] {
  const asked = rows.filter(({ from, to, n }) => from === '12-48' && to === '120-240' && n > 0);
  const known = asked.find(({ earlierReading }) => earlierReading);
  const first = asked.find(({ earlierReading }) => !earlierReading);
  const against = ({ error, errorMedianPath }: GrowthRow) => `${signed(100 * (error! / errorMedianPath! - 1), 0)} %`;
  const covered = rows.filter(({ coverage80Se }) => coverage80Se !== null);
  const isCovered = ({ coverage80, coverage80Se }: GrowthRow) => Math.abs(coverage80! - 0.8) <= 2 * coverage80Se!;
  return [
    ...(known
      ? [
          {
            what: 'Growth to 5–10 days, with an earlier reading: error against the median path',
            aim: '−20 % or less',
            measured: against(known),
          },
        ]
      : []),
    ...(first ? [{ what: 'The same without an earlier reading', aim: '0 % or less', measured: against(first) }] : []),
    ...(covered.length > 0
      ? [
          {
            what: 'Rows of growth whose 80 % interval holds 80 %, within two standard errors',
            aim: 'all',
            measured: `${covered.filter(isCovered).length} of ${covered.length}`,
          },
        ]
      : []),
  ];
}

function growthTable(rows: readonly GrowthRow[]): string {
  const error = (value: number | null) => value?.toFixed(3) ?? null;
  const covered = (share: number | null, standardError: number | null) =>
    share === null ? null : `${percent(share, 1)}${standardError === null ? '' : ` ± ${percent(standardError, 1)}`}`;
  return markdownTable(
    ['from', 'to', 'earlier reading', 'n', 'error', 'median path', 'no growth', 'in 50 %', 'in 80 %'],
    rows.map((row) => [
      row.from,
      row.to,
      row.earlierReading ? 'yes' : 'no',
      row.n,
      error(row.error),
      error(row.errorMedianPath),
      error(row.errorNoGrowth),
      covered(row.coverage50, row.coverage50Se),
      covered(row.coverage80, row.coverage80Se),
    ]),
    3,
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}
