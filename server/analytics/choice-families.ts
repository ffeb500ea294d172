import { bandOf, CAPTION_LENGTH_BANDS, DURATION_BANDS, GAP_BANDS } from './bands';
import { type ChoiceFamily, keyOf } from './choice-key';
import type { AnalyzedVideo } from './creator-data';
import type { Criterion } from './criterion';
import { formatsOf } from './formats';
import type { LocalTime } from './local-time';
import { type Label, separableLabels } from './separable-labels';

/** What a creator decides before a video is posted, in the order in which it is shown. */
export const CHOICE_FAMILIES = [
  'HOURS',
  'WEEKDAY',
  'GAP',
  'HASHTAG',
  'OPENING',
  'DURATION',
  'CAPTION_LENGTH',
  'SOUND',
  'FORMAT',
] as const satisfies readonly ChoiceFamily[];

/** One value of a choice. */
export interface Choice {
  key: string;
  criterion: Criterion;
  /** Videos that have it: positions, rising. */
  members: readonly number[];
  /** Hashtags and openings that nearly always come along and cannot be told apart from it. */
  together: readonly string[];
}

/** All values of one choice that the creator has used. */
export interface FamilyOfChoices {
  family: ChoiceFamily;
  /** The values share out one quantity, as hours or lengths do; else a video may have any number, as of hashtags. */
  isShared: boolean;
  /** Compared videos for which the value is known. */
  n: number;
  choices: readonly Choice[];
}

const HOURS_PER_BLOCK = 4;
/** Blocks overlap: what works may begin at any hour. */
const HOURS_BETWEEN_BLOCKS = 2;
const HOUR_MS = 3_600_000;
/** Hashtags and openings that are looked at, the most frequent ones: enough for ten thousand videos. */
const MOST_LABELS = 120;

/** Sorts the compared videos (positions in `videos`, which are in posting order) by what was chosen for them. */
export function choiceFamilies(
  videos: readonly AnalyzedVideo[],
  compared: readonly number[],
  time: LocalTime,
): readonly FamilyOfChoices[] {
  const { timeZone } = time;
  const local = new Map(compared.map((i) => [i, time.weekdayAndHour(videos[i]!.publishedAt)]));
  const labelsOf = ({ hashtags, openings }: AnalyzedVideo) => [...hashtags.map((name) => `#${name}`), ...openings];
  const labels = separableLabels(compared, (i) => labelsOf(videos[i]!))
    .slice(0, MOST_LABELS)
    .map((label) => hashtagFirst(label, (hashtag) => compared.filter((i) => videos[i]!.hashtags.includes(hashtag))));
  const chosenFor: Record<Exclude<ChoiceFamily, 'HOURS' | 'HASHTAG' | 'OPENING' | 'FORMAT'>, (i: number) => Criterion | null> = {
    WEEKDAY: (i) => ({ kind: 'WEEKDAY', weekday: local.get(i)!.weekday, timeZone }),
    GAP(i) {
      if (i === 0) return null;
      const { minimum, maximum } = bandOf(GAP_BANDS, (videos[i]!.publishedAt - videos[i - 1]!.publishedAt) / HOUR_MS);
      return { kind: 'GAP', minimumHours: minimum, maximumHours: maximum };
    },
    DURATION(i) {
      // A length of 0 is what TikTok says of photo posts and is no length.
      const { durationSeconds } = videos[i]!;
      if (!durationSeconds) return null;
      const { minimum, maximum } = bandOf(DURATION_BANDS, durationSeconds);
      return { kind: 'DURATION', minimumSeconds: minimum, maximumSeconds: maximum };
    },
    CAPTION_LENGTH(i) {
      const { captionLength } = videos[i]!;
      if (captionLength === null) return null;
      const { minimum, maximum } = bandOf(CAPTION_LENGTH_BANDS, captionLength);
      return { kind: 'CAPTION_LENGTH', minimumCharacters: minimum, maximumCharacters: maximum };
    },
    SOUND(i) {
      const { sound } = videos[i]!;
      return sound && { kind: 'SOUND', sound };
    },
  };
  return CHOICE_FAMILIES.map((family) => {
    if (family === 'HOURS') {
      const choices = group(compared, (i) => blocksAt(local.get(i)!.hour, timeZone));
      return { family, isShared: true, n: compared.length, choices };
    }
    if (family === 'HASHTAG') return labelled(family, compared.length, hashtagChoices(labels));
    if (family === 'OPENING') return labelled(family, compared.length, openingChoices(labels));
    if (family === 'FORMAT') {
      const forms = (i: number) => formatsOf(videos[i]!).map((format): Criterion => ({ kind: 'FORMAT', format }));
      return labelled(family, compared.length, group(compared, forms));
    }
    const chosen = (i: number) => chosenFor[family](i);
    const choices = group(compared, (i) => listOf(chosen(i)));
    return { family, isShared: true, n: choices.reduce((sum, { members }) => sum + members.length, 0), choices };
  });
}

function labelled(family: ChoiceFamily, n: number, choices: Choice[]): FamilyOfChoices {
  return { family, isShared: false, n, choices };
}

/** Of a hashtag and an opening that cannot be told apart the hashtag gives the name: it is what a creator can put on a video. */
function hashtagFirst(label: Label, membersOf: (hashtag: string) => number[]): Label {
  const hashtag = label.together.find((key) => key.startsWith('#'));
  if (label.key.startsWith('#') || hashtag === undefined) return label;
  const together = [label.key, ...label.together.filter((key) => key !== hashtag)];
  return { key: hashtag, members: membersOf(hashtag.slice(1)), together };
}

function hashtagChoices(labels: readonly Label[]): Choice[] {
  const names = (keys: readonly string[]) => keys.filter((key) => key.startsWith('#')).map((key) => key.slice(1));
  return labels.flatMap(({ key, members, together }) =>
    names([key]).map((hashtag) => ({
      key: hashtag,
      criterion: { kind: 'HASHTAG', hashtag } as const,
      members,
      together: names(together),
    })),
  );
}

function openingChoices(labels: readonly Label[]): Choice[] {
  return labels
    .filter(({ key }) => !key.startsWith('#'))
    .map((label) => ({ ...label, criterion: { kind: 'OPENING', opening: label.key } }));
}

/** The blocks of the day that hold this hour; none of them crosses midnight. */
function blocksAt(hour: number, timeZone: string): Criterion[] {
  const last = Math.floor(hour / HOURS_BETWEEN_BLOCKS) * HOURS_BETWEEN_BLOCKS;
  return [last - HOURS_BETWEEN_BLOCKS, last]
    .filter((hourFrom) => hourFrom >= 0 && hourFrom + HOURS_PER_BLOCK <= 24)
    .map((hourFrom) => ({ kind: 'HOURS', weekday: null, hourFrom, hourUntil: hourFrom + HOURS_PER_BLOCK, timeZone }));
}

function listOf(criterion: Criterion | null): Criterion[] {
  return criterion ? [criterion] : [];
}

/** Values in their natural order, each with the videos that have it. */
function group(compared: readonly number[], chosenFor: (position: number) => readonly Criterion[]): Choice[] {
  const groups = new Map<string, Choice & { members: number[] }>();
  for (const i of compared) {
    for (const criterion of chosenFor(i)) {
      const key = keyOf(criterion);
      const known = groups.get(key);
      if (known) known.members.push(i);
      else groups.set(key, { key, criterion, members: [i], together: [] });
    }
  }
  return [...groups.values()].sort((a, b) => parseFloat(a.key) - parseFloat(b.key) || (a.key < b.key ? -1 : 1));
}
