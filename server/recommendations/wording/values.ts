import type { Shape, Timing } from '../advice';
import type { ContentOf } from '../content';

/** How numbers and times are written in one language. Effects come in ln(views). */
export interface Values {
  /** Effect as a gain in views without sign: "46 %". */
  gain(effect: number): string;
  /** With its sign: "+46 %", "-8 %". */
  signedGain(effect: number): string;
  /** A share, 0 to 1. */
  percent(share: number): string;
  count(value: number): string;
  date(time: Date, timeZone: string): string;
  /** 1 is Monday. */
  weekday(weekday: number): string;
  list(items: readonly string[]): string;
}

export function valuesIn(language: string): Values {
  const percentFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const signedFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const countFormat = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const weekdayFormat = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const listFormat = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    gain: (effect) => percentFormat.format(Math.expm1(effect)),
    signedGain: (effect) => signedFormat.format(Math.expm1(effect)),
    percent: (share) => percentFormat.format(share),
    count: (value) => countFormat.format(value),
    date: (time, timeZone) =>
      new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(time),
    // 1 January 2024 was a Monday.
    weekday: (weekday) => weekdayFormat.format(Date.UTC(2024, 0, weekday)),
    list: (items) => listFormat.format(items),
  };
}

export function hashtagList(hashtags: readonly string[], { list }: Values): string {
  return list(hashtags.map((hashtag) => `#${hashtag}`));
}

/** Whole seconds that belong to a shape: the open end and what is no length are null. */
export function secondsOf(shape: Shape): { minimumSeconds: number | null; maximumSeconds: number | null } {
  if (shape.kind !== 'DURATION') return { minimumSeconds: null, maximumSeconds: null };
  return { minimumSeconds: shape.minimumSeconds === 0 ? null : shape.minimumSeconds, maximumSeconds: shape.maximumSeconds };
}

/** The structured part of advice on timing; what it is not about is the whole day, every day, any interval. */
export function timingContent(timing: Timing, timeZone: string): ContentOf<'TIMING'> {
  const anyTime: ContentOf<'TIMING'> = {
    type: 'TIMING',
    weekday: null,
    hourFrom: 0,
    hourUntil: 24,
    minimumGapHours: null,
    maximumGapHours: null,
    timeZone,
  };
  switch (timing.kind) {
    case 'HOURS':
      return { ...anyTime, weekday: timing.weekday, hourFrom: timing.hourFrom, hourUntil: timing.hourUntil };
    case 'WEEKDAY':
      return { ...anyTime, weekday: timing.weekday };
    case 'GAP':
      return { ...anyTime, minimumGapHours: timing.minimumHours, maximumGapHours: timing.maximumHours };
  }
}
