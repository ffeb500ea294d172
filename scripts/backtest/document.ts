import { FIRST_ORIGIN } from './rolling-origin';
import type { GrowthRow, PublishedBacktest } from './published';
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
    aimsTable(effects),
    '## How it is done',
    howItIsDone(effects),
    '## What advice was worth',
    whatGainsSay,
    gainTable(effects),
    'The same advice of Crealia by what is chosen:',
    choiceTable(effects),
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
    growth ? whatGrowthSays : 'Not measured yet.',
    ...(growth ? [growthTable(growth.rows)] : []),
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

const whatGainsSay =
  'Nobody was asked to follow anything: these are later videos that happen to match. A dash: nobody was advised, or nobody posted a video to tell by.';

const whatCalibrationSays = `Confidence is the probability that the next ten videos that follow the advice do better, on average, than the creator's others. Held against
the first ten later videos that follow it, and the others of the same time (those between the origin and the tenth, twenty at least): did the mean of the ten lie
above the mean of the others? Mean against mean, because views are skewed: against a median level chance alone would agree
more than half of the time. Advice with fewer than five such videos, or others, is left out; the same advice, given again while its ten videos are being posted, is not counted again.`;

const whatGeneratedSays = `Generated creators follow the published recipe (slow level, skewed noise, a habit of a few hours, hashtags in runs), here with caption lengths,
sounds and series added, none of which matters. A false alarm is any advice at all. For power, one effect is planted on about a fifth of the videos: in four hours beginning
at any full hour, or on a hashtag. Found: advised hours of which at least half are planted ones, or the planted hashtag. Cells: both (hours / hashtag).`;

const whatGrowthSays = `From a reading at the first age, the views at the second are forecast and held against the later reading. Error: median of the absolute difference in ln(views); beside it
that of the plain median path, and of "no further growth". Coverage: share of later readings inside the 50 % and the 80 % interval.`;

const limits = `- Nothing here shows a cause. Videos with a hashtag may do better because of what they show.
- The creators are large accounts; 133 of them say little about one. Advice that gained on average may lose for somebody.
- A creator who follows advice on purpose may post other videos than one who happened to match it. What happens then is scored in the app, video by video, and by experiments.`;

interface Aim {
  what: string;
  aim: string;
  measured: string;
}

function aimsTable({ rows, generated, calibration }: PublishedBacktest['effects']): string {
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
  ];
  return markdownTable(
    ['what', 'aim', 'measured'],
    aims.map(({ what, aim, measured }) => [what, aim, measured]),
    2,
  );
}

function growthTable(rows: readonly GrowthRow[]): string {
  const error = (value: number | null) => value?.toFixed(3) ?? null;
  return markdownTable(
    ['from', 'to', 'earlier reading', 'n', 'error', 'median path', 'no growth', '50 % interval', '80 % interval'],
    rows.map((row) => [
      row.from,
      row.to,
      typeof row.earlierReading === 'boolean' ? (row.earlierReading ? 'yes' : 'no') : row.earlierReading,
      row.n,
      error(row.error),
      error(row.errorMedianPath),
      error(row.errorNoGrowth),
      percent(row.coverage50, 1),
      percent(row.coverage80, 1),
    ]),
    3,
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}
