import { byCreator, growthCases } from './growth-cases';
import type { SnapshotVideo } from './read-snapshots';

const HOUR = 3_600;
const video = (id: string, createdAtHour: number, readings: [number, number][], creator = 'a'): SnapshotVideo => ({
  video: id,
  creator,
  createTime: createdAtHour * HOUR,
  readings: readings.map(([ageHours, views]) => ({ ageHours, views })),
});
const young = { from: 12, until: 48 };
const week = { from: 120, until: 240 };
const cases = (videos: SnapshotVideo[], hasEarlier: boolean) => growthCases(byCreator(videos), young, week, hasEarlier);

it('starts at the first reading in the range that has one before it, and ends at the last in the target range', () => {
  const [only, ...more] = cases(
    [
      video('v', 0, [
        [8, 10],
        [20, 30],
        [40, 60],
        [130, 90],
        [200, 120],
        [300, 200],
      ]),
    ],
    true,
  );
  expect(more).toEqual([]);
  expect(only).toMatchObject({ fromAgeHours: 20, untilAgeHours: 200, growth: Math.log(120 / 30) });
  expect(only!.own.map(({ untilAgeHours }) => untilAgeHours)).toEqual([20]);
});

it('starts without an earlier reading only at the first of all readings', () => {
  expect(
    cases(
      [
        video('v', 0, [
          [8, 10],
          [20, 30],
          [200, 120],
        ]),
      ],
      false,
    ),
  ).toEqual([]);
  expect(
    cases(
      [
        video('v', 0, [
          [20, 30],
          [40, 60],
          [200, 120],
        ]),
      ],
      false,
    ),
  ).toMatchObject([{ fromAgeHours: 20, own: [] }]);
});

it('takes the upper end of a range as outside', () => {
  expect(
    cases(
      [
        video('v', 0, [
          [48, 30],
          [200, 120],
        ]),
      ],
      false,
    ),
  ).toEqual([]);
  expect(
    cases(
      [
        video('v', 0, [
          [20, 30],
          [240, 120],
        ]),
      ],
      false,
    ),
  ).toEqual([]);
});

it('knows of the creator’s other videos only the readings taken by then, and none of other creators', () => {
  const later = video('later', 10, [
    [1, 5],
    [9, 50],
    [11, 60],
    [90, 999],
  ]);
  const origin = video('v', 0, [
    [20, 30],
    [200, 120],
  ]);
  const elsewhere = video(
    'x',
    0,
    [
      [6, 10],
      [18, 40],
    ],
    'b',
  );
  const [only] = cases([origin, later, elsewhere], false);
  expect(only!.others).toMatchObject([{ fromAgeHours: 1, untilAgeHours: 9 }]);
});

it('does not change a forecast when later readings do', () => {
  const other = (lateViews: number) =>
    video('o', -30, [
      [24, 50],
      [40, 60],
      [100, lateViews],
    ]);
  const foretold = (views: number, late: number) =>
    cases(
      [
        video('v', 0, [
          [10, 20],
          [20, 30],
          [60, views],
          [200, 120],
        ]),
        other(late),
      ],
      true,
    ).map(({ own, others }) => ({ own, others }));
  expect(foretold(31, 61)).toEqual(foretold(90_000, 70_000));
});
