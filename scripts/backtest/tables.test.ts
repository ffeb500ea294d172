import { expect, it } from '@jest/globals';
import { rounded } from './published';
import { markdownTable, percent, signed, withError } from './tables';

it.each([
  [0.1234, '+0.123'],
  [-0.5, '−0.500'],
  [-0.0001, '0.000'],
  [null, '–'],
])('%d is written %s', (value, text) => {
  expect(signed(value)).toBe(text);
});

it.each([
  [0.5, 0.0321, '+0.500 ± 0.032'],
  [0.5, null, '+0.500'],
  [null, null, '–'],
])('%d with the error %d is written %s', (value, error, text) => {
  expect(withError(value, error)).toBe(text);
});

it('a share is written in per cent, and a dash where there is none', () => {
  expect([percent(0.123), percent(0.1234, 1), percent(null)]).toEqual(['12 %', '12.3 %', '–']);
});

it('a table has words on the left, numbers on the right and a dash for nothing', () => {
  expect(
    markdownTable(
      ['what', 'n'],
      [
        ['a', 1],
        ['b', null],
      ],
    ),
  ).toBe('| what | n |\n| --- | ---: |\n| a | 1 |\n| b | – |');
});

it('what is published is rounded at every depth and keeps what is not a number', () => {
  expect(rounded({ rows: [{ gain: 0.123456, type: 'TIMING', gainSe: null }], n: 3 })).toEqual({
    rows: [{ gain: 0.1235, type: 'TIMING', gainSe: null }],
    n: 3,
  });
});
