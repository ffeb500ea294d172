import { unbroken } from './unbroken';

test.each([
  ['fr', 'une hausse de 94\u00a0% ; n = 184', 'une hausse de 94\u00a0%\u00a0; n\u00a0=\u00a0184'],
  ['en', '94% to 182%; n = 184', '94% to 182%; n\u00a0=\u00a0184'],
] as const)('%s: %s', (language, sentence, expected) => {
  expect(unbroken(sentence, language)).toBe(expected);
});
