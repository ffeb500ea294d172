import { criterionSchema, type Criterion } from './criterion';

/** A kind of choice: each criterion is of one, and its key says which one it is within it. */
export type ChoiceFamily = Criterion['kind'];

/**
 * A criterion without its family and time zone, as people can read and type it: hours "16-20" every day, "1:9-10" on Mondays;
 * a weekday "1" to "7", from Monday; bounds "15-30", open "180+"; a hashtag, opening, sound or format as it stands.
 */
export function keyOf(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'HOURS': {
      const hours = `${criterion.hourFrom}-${criterion.hourUntil}`;
      return criterion.weekday === null ? hours : `${criterion.weekday}:${hours}`;
    }
    case 'WEEKDAY':
      return String(criterion.weekday);
    case 'HASHTAG':
      return criterion.hashtag;
    case 'OPENING':
      return criterion.opening;
    case 'DURATION':
      return rangeKey(criterion.minimumSeconds, criterion.maximumSeconds);
    case 'CAPTION_LENGTH':
      return rangeKey(criterion.minimumCharacters, criterion.maximumCharacters);
    case 'SOUND':
      return criterion.sound;
    case 'GAP':
      return rangeKey(criterion.minimumHours, criterion.maximumHours);
    case 'FORMAT':
      return criterion.format;
  }
}

/** The criterion that `keyOf` wrote so; null for what is no key of the family. */
export function readCriterion(family: ChoiceFamily, key: string, timeZone: string): Criterion | null {
  const read = criterionSchema.safeParse({ kind: family, ...partsOf(family, key, timeZone) });
  return read.success ? read.data : null;
}

function partsOf(family: ChoiceFamily, key: string, timeZone: string): Record<string, unknown> {
  const range = readRange(key);
  switch (family) {
    case 'HOURS': {
      const [, weekday, from, until] = /^(?:([1-7]):)?(\d{1,2})-(\d{1,2})$/.exec(key) ?? [];
      return { weekday: weekday ? Number(weekday) : null, hourFrom: Number(from), hourUntil: Number(until), timeZone };
    }
    case 'WEEKDAY':
      return { weekday: Number(key), timeZone };
    case 'HASHTAG':
      return { hashtag: key };
    case 'OPENING':
      return { opening: key };
    case 'DURATION':
      return { minimumSeconds: range?.minimum, maximumSeconds: range?.maximum };
    case 'CAPTION_LENGTH':
      return { minimumCharacters: range?.minimum, maximumCharacters: range?.maximum };
    case 'SOUND':
      return { sound: key };
    case 'GAP':
      return { minimumHours: range?.minimum, maximumHours: range?.maximum };
    case 'FORMAT':
      return { format: key };
  }
}

function rangeKey(minimum: number, maximum: number | null): string {
  return maximum === null ? `${minimum}+` : `${minimum}-${maximum}`;
}

function readRange(key: string): { minimum: number; maximum: number | null } | null {
  const [, minimum, maximum] = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?)|\+)$/.exec(key) ?? [];
  return minimum === undefined ? null : { minimum: Number(minimum), maximum: maximum === undefined ? null : Number(maximum) };
}
