import { createFormat } from './format';

const fr = createFormat('fr', 'Europe/Paris');
const en = createFormat('en', 'America/New_York');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a number that is not there is a dash, and zero is zero', () => {
  expect(fr.integer(null)).toBe('–');
  expect(fr.integer(Number.NaN)).toBe('–');
  expect(fr.integer(0)).toBe('0');
  expect(fr.rate(null)).toBe('–');
  expect(fr.date(null)).toBe('–');
});

test('numbers follow the language', () => {
  expect(plain(fr.integer(1234567))).toBe('1 234 567');
  expect(en.integer(1234567)).toBe('1,234,567');
  expect(plain(fr.rate(0.0345))).toBe('3,5 %');
  expect(en.change(0.12)).toBe('+12%');
  expect(en.change(0)).toBe('0%');
  expect(fr.multiple(1.84)).toBe('×1,8');
  expect([0.25, 1, 1.84, 16].map(fr.ratio)).toEqual(['×0,25', '×1', '×1,8', '×16']);
  expect(en.probability(0.0432)).toBe('0.043');
});

test('no text holds a narrow no-break space, which browsers and Node put differently', () => {
  expect([fr.integer(1e9), fr.rate(12.345), fr.dateTime('2026-03-01T00:00:00Z')].join('')).not.toMatch(/\u202f/);
});

test('times are told in the zone of the person', () => {
  const midnight = '2026-03-01T00:30:00Z';
  expect(plain(fr.date(midnight))).toBe('1 mars 2026');
  expect(en.date(midnight)).toBe('28 Feb 2026');
  expect(en.dateTime(midnight)).toContain('19:30');
});

test('a period that ends at midnight ends on the day before', () => {
  expect(plain(fr.lastDay('2026-03-01T23:00:00Z'))).toBe('1 mars 2026');
  expect(plain(fr.lastDay('2026-03-01T11:00:00Z'))).toBe('1 mars 2026');
});

test('a local day stays the day it is', () => {
  expect(en.day('2026-03-01')).toBe('1 Mar');
});

test.each([
  ['2026-01-02T00:00:00Z', 'hier'],
  ['2026-01-02T22:00:00Z', 'il y a 2 heures'],
  ['2026-01-03T00:00:00Z', 'à l’instant'],
])('%s is "%s"', (value, text) => {
  expect(plain(fr.ago(value, '2026-01-03T00:00:00Z'))).toBe(text);
});

test('Monday is the first weekday', () => {
  expect([fr.weekday(1), fr.weekday(7)]).toEqual(['lundi', 'dimanche']);
});

test.each([
  [5, '5 h'],
  [47, '47 h'],
  [72, '3 j'],
])('an age of %i hours reads "%s"', (hours, text) => {
  expect(plain(fr.age(hours))).toBe(text);
});

test('seconds are minutes and seconds', () => {
  expect(fr.duration(75)).toBe('1:15');
});

test('a month is named, and a cost keeps what is less than a cent', () => {
  expect([fr.month('2026-11'), en.month('2026-11')]).toEqual(['novembre 2026', 'November 2026']);
  expect([plain(fr.usd(0.00112)), plain(en.usd(1.5)), plain(en.usd(null))]).toEqual(['0,0011 $US', 'US$1.50', '–']);
});
