import { choiceLabel } from './choice-label';

test.each([
  ['DURATION', '0-15', 'fr', 'moins de 15 s'],
  ['DURATION', '15-30', 'en', '15–30 s'],
  ['DURATION', '60-90', 'fr', '60–90 s'],
  ['DURATION', '60-180', 'fr', '1–3 min'],
  ['DURATION', '180+', 'fr', '3 min et plus'],
  ['DURATION', 'odd', 'fr', 'odd'],
  ['CAPTION_LENGTH', '80-150', 'en', '80–150 characters'],
  ['CAPTION_LENGTH', '0-30', 'fr', 'moins de 30 caractères'],
  ['GAP', '72+', 'en', '72 h and more'],
  ['WEEKDAY', '1', 'en', 'Monday'],
  ['WEEKDAY', '7', 'fr', 'dimanche'],
  ['HASHTAG', 'cuisine', 'fr', '#cuisine'],
  ['OPENING', 'le pain du', 'fr', '« le pain du… »'],
  ['SOUND', 'BORROWED', 'fr', 'Son emprunté'],
  ['FORMAT', 'AI_GENERATED', 'en', 'Made by AI'],
  ['FORMAT', 'HOLOGRAM', 'en', 'HOLOGRAM'],
] as const)('a choice of %s "%s" reads in %s "%s"', (family, key, language, label) => {
  expect(choiceLabel(family, key, language)).toBe(label);
});
