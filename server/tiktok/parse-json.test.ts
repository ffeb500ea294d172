import fc from 'fast-check';
import { parseJson } from './parse-json';

test.each([
  ['{"id":7100000000000000001}', { id: '7100000000000000001' }],
  ['[7100000000000000001, -9007199254740993]', ['7100000000000000001', '-9007199254740993']],
  ['{"id":"7100000000000000001"}', { id: '7100000000000000001' }],
  ['{"n":9007199254740991}', { n: 9007199254740991 }],
  ['{"n":0.1234,"m":123456.5,"e":1e16}', { n: 0.1234, m: 123456.5, e: 1e16 }],
  [
    '{"caption":"call 71000000000000000019 \\"now\\" :7100000000000000001,"}',
    { caption: 'call 71000000000000000019 "now" :7100000000000000001,' },
  ],
])('%s keeps every digit', (text, expected) => {
  expect(parseJson(text)).toEqual(expected);
});

test('anything without long integers reads as JSON.parse reads it', () => {
  const plain = [fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)];
  const fraction = fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.object({ values: [...plain, fraction] }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('text that is not JSON is refused', () => {
  expect(() => parseJson('<html>')).toThrow(SyntaxError);
  expect(() => parseJson('{"a":"unfinished')).toThrow(SyntaxError);
});

test('a string of five million characters is read', () => {
  expect((parseJson(JSON.stringify({ text: 'é"\\'.repeat(1_000_000) })) as { text: string }).text).toHaveLength(3_000_000);
  expect((parseJson(JSON.stringify({ text: 'x'.repeat(5_000_000) })) as { text: string }).text).toHaveLength(5_000_000);
});

test('a string full of quotes that is cut off is refused at once', () => {
  // Read in time that grows with the square, each of these would take minutes.
  expect(() => parseJson(`{"caption":"${'\\"'.repeat(1_000_000)}`)).toThrow(SyntaxError);
  expect(() => parseJson(`{"caption":"${'\\"'.repeat(1_000_000)}\\`)).toThrow(SyntaxError);
});
