import { choiceLabel } from './choice-label';

test.each([
  ['durations', '0-15', 'fr', 'moins de 15 s'],
  ['durations', '15-30', 'en', '15–30 s'],
  ['durations', '60-180', 'fr', '1–3 min'],
  ['durations', '180+', 'fr', '3 min et plus'],
  ['durations', 'odd', 'fr', 'odd'],
  ['hashtags', 'cuisine', 'fr', '#cuisine'],
  ['formats', 'AI_GENERATED', 'en', 'Made by AI'],
  ['formats', 'HOLOGRAM', 'en', 'HOLOGRAM'],
] as const)('a choice of %s "%s" reads in %s "%s"', (kind, key, language, label) => {
  expect(choiceLabel(kind, key, language)).toBe(label);
});
