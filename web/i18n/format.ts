import type { Language } from './languages';

export type Format = ReturnType<typeof createFormat>;

/** British conventions for English: 24 hours, so that server and browser never disagree on the space before "PM". */
const intlLocales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const noNumber = '–';

/** ICU versions differ in which no-break space they put; one of them everywhere keeps server and browser in agreement. */
function evenSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, '\u00a0');
}

const made = new Map<string, Format>();
/** A server sees many time zones; what is seldom asked for may be made again. */
const mostKept = 100;

/** `createFormat`, made once for a language and zone: Intl's objects cost more to make than a page costs to render. */
export function formatFor(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  if (made.size >= mostKept) made.clear();
  const format = createFormat(language, timeZone);
  made.set(key, format);
  return format;
}

/**
 * Numbers, dates and durations as this person reads them, always in the person's own time zone, never the machine's.
 * Every function takes null for "there is no number" and gives a dash.
 */
export function createFormat(language: Language, timeZone: string) {
  const locale = intlLocales[language];
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compacts = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const multiples = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const rates = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const wholeRates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signedRates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const dates = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const dateTimes = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // A local day is already in the person's zone: formatting it in UTC leaves it alone.
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const longDays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const shortWeekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  const months = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const dollars = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
  const fileSize = (unit: 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
  const [kilobytes, megabytes] = [fileSize('kilobyte'), fileSize('megabyte')];
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  const number = (format: Intl.NumberFormat) => (value: number | null | undefined) =>
    value === null || value === undefined || !Number.isFinite(value) ? noNumber : evenSpaces(format.format(value));
  const date = (format: Intl.DateTimeFormat) => (value: string | null | undefined) =>
    value === null || value === undefined ? noNumber : evenSpaces(format.format(new Date(value)));

  return {
    language,
    timeZone,
    integer: number(integers),
    compact: number(compacts),
    signed: number(signed),
    /** A fraction as a percentage with one decimal: 0.034 → 3.4 %. */
    rate: number(rates),
    wholeRate: number(wholeRates),
    /** A relative change with its sign: 0.12 → +12 %. */
    change: number(signedRates),
    /** How many times: 1.8 → ×1.8. */
    multiple: (value: number | null | undefined) =>
      value === null || value === undefined ? noNumber : `×${evenSpaces(multiples.format(value))}`,
    /** How many times, where it may be less than once: 0.25 → ×0.25, 1.84 → ×1.8, 16 → ×16. */
    ratio: (value: number) => `×${evenSpaces(twoDigits.format(value))}`,
    /** A probability to two digits: 0.0432 → 0.043. */
    probability: (value: number) => evenSpaces(twoDigits.format(value)),
    /** Bytes in thousands or millions of them, as a download shows. */
    fileSize: (bytes: number | null | undefined) =>
      (bytes ?? 0) < 100_000 ? number(kilobytes)(bytes && bytes / 1_000) : number(megabytes)(bytes && bytes / 1_000_000),
    date: date(dates),
    dateTime: date(dateTimes),
    /** The last day of a period whose end is not part of it. */
    lastDay: (until: string) => evenSpaces(dates.format(new Date(Date.parse(until) - 1))),
    /** A local day (YYYY-MM-DD), short. */
    day: (day: string) => evenSpaces(days.format(new Date(`${day}T00:00:00Z`))),
    longDay: (day: string) => evenSpaces(longDays.format(new Date(`${day}T00:00:00Z`))),
    /** A calendar month (YYYY-MM). */
    month: (month: string) => evenSpaces(months.format(new Date(`${month}-01T00:00:00Z`))),
    /** US dollars, to a hundredth of a cent: one generation costs less than a cent. */
    usd: number(dollars),
    /** 1 = Monday. The 1st of January 2024 was one. */
    weekday: (weekday: number) => weekdays.format(new Date(Date.UTC(2024, 0, weekday))),
    shortWeekday: (weekday: number) => shortWeekdays.format(new Date(Date.UTC(2024, 0, weekday))),
    hour: (hour: number) => (language === 'fr' ? `${hour}\u00a0h` : `${String(hour).padStart(2, '0')}:00`),
    /** Seconds as m:ss. */
    duration: (seconds: number | null | undefined) =>
      seconds === null || seconds === undefined
        ? noNumber
        : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`,
    /** How long before `now`, in the largest unit that fits. */
    ago: (value: string | null | undefined, now: string) =>
      value === null || value === undefined
        ? noNumber
        : evenSpaces(timeAgo(relative, Date.parse(value) - Date.parse(now), justNow[language])),
    /** An age in hours: hours under two days, days after. */
    age: (hours: number) => formatAge(language, hours, integers),
    list: (items: string[]) => lists.format(items),
  };
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 24 * 3600_000],
  ['month', 30 * 24 * 3600_000],
  ['day', 24 * 3600_000],
  ['hour', 3600_000],
  ['minute', 60_000],
];

const justNow: Record<Language, string> = { fr: 'à l’instant', en: 'just now' };

function timeAgo(format: Intl.RelativeTimeFormat, difference: number, underOneMinute: string): string {
  for (const [unit, length] of units) {
    if (Math.abs(difference) >= length) return format.format(Math.trunc(difference / length), unit);
  }
  return underOneMinute;
}

function formatAge(language: Language, hours: number, integers: Intl.NumberFormat): string {
  if (hours < 48) return `${evenSpaces(integers.format(Math.max(0, Math.round(hours))))}\u00a0h`;
  return `${evenSpaces(integers.format(Math.round(hours / 24)))}\u00a0${language === 'fr' ? 'j' : 'd'}`;
}
