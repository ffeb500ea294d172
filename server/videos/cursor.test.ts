import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';

const placeSchema = z.tuple([z.number().nullable(), z.string()]);

it('comes back as it went', () => {
  const place = fc.tuple(fc.option(fc.integer()), fc.string({ unit: 'grapheme' }));
  fc.assert(fc.property(place, (given) => expect(decodeCursor(encodeCursor(given), placeSchema)).toEqual(given)));
});

it('is a place of this list or refused as bad input, whatever stands in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
  );
  fc.assert(
    fc.property(text, (cursor) => {
      try {
        expect(placeSchema.safeParse(decodeCursor(cursor, placeSchema)).success).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      }
    }),
    { numRuns: 500 },
  );
});
