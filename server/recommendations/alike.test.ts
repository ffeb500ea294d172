import fc from 'fast-check';
import { areAlike, findAlike, type Idea } from './alike';

/** An idea whose title says nothing of it. */
const idea = (text: string, title = `${text.length} ${text}`): Idea => ({ title, text });

it.each([
  ['the same words', 'Racontez votre premier pain au levain', 'Racontez votre premier pain au levain', true],
  ['other endings and accents', 'Montrez les pains au levain ratés', 'Montrer le pain au levain rate', true],
  ['another order', 'Le pain au levain, raconté depuis votre cuisine', 'Depuis votre cuisine, racontez le pain au levain', true],
  ['one more detail', 'Filmez la pâte qui lève pendant la nuit', 'Filmez la pâte qui lève pendant la nuit, puis le four', true],
  [
    'another subject in the same form',
    'Racontez votre premier pain au levain',
    'Racontez votre premier marathon sous la pluie',
    false,
  ],
  [
    'other ideas on one subject',
    'Filmez la pâte qui lève pendant la nuit',
    'Comparez deux farines à l’aveugle avec un ami',
    false,
  ],
  ['the same in English', 'Show how you fixed the old bike', 'Show us how you fix old bikes', true],
  ['other ideas in English', 'Show how you fixed the old bike', 'Ride to work in the rain and tell why', false],
  ['two short titles with one word in common', 'Pain maison', 'Pain perdu', false],
  ['short titles that are the same', 'Pain maison', 'pain MAISON !', true],
  ['function words alone', 'Et vous ?', 'Et toi ?', false],
  ['nothing at all', '', '', true],
])('%s', (_case, one, other, alike) => {
  expect(areAlike(idea(one, 'Un titre'), idea(other, 'Autre chose'))).toBe(alike);
  expect(areAlike(idea(other, 'Un titre'), idea(one, 'Autre chose'))).toBe(alike);
});

it.each([
  ['Le pain perdu', 'Les pains perdus !', true],
  ['Le pain perdu', 'Le pain doré', false],
  ['Le pain perdu', 'Le pain perdu de ma tante', false],
])('titles alone, %j and %j: alike %s', (one, other, alike) => {
  expect(areAlike(idea('Filmez la pâte qui lève la nuit', one), idea('Demandez au boulanger du marché', other))).toBe(alike);
});

it('finds the later one of two, and whatever is like what is there already', () => {
  const texts = [
    ['a', 'Racontez votre premier pain au levain'],
    ['b', 'Comparez deux farines à l’aveugle'],
    ['c', 'Votre premier pain au levain, racontez !'],
    ['d', 'Filmez la pâte qui lève pendant la nuit'],
  ] as const;
  const ideas = texts.map(([key, text]) => [key, idea(text)] as const);
  expect(findAlike(ideas, [])).toEqual(new Set(['c']));
  expect(findAlike(ideas, [idea('La nuit, filmez la pâte qui lève')])).toEqual(new Set(['c', 'd']));
});

it('leaves no two alike, whatever is offered', () => {
  const word = fc.constantFrom('pain', 'levain', 'farine', 'four', 'nuit', 'marché', 'vélo', 'pluie', 'ami');
  const offered = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => idea(words.join(' '), words[0]));
  fc.assert(
    fc.property(fc.array(offered, { maxLength: 8 }), fc.array(offered, { maxLength: 3 }), (texts, others) => {
      const gone = findAlike([...texts.entries()], others);
      const left = texts.filter((_text, index) => !gone.has(index));
      for (const [index, one] of left.entries())
        expect([...left.slice(index + 1), ...others].some((other) => areAlike(one, other))).toBe(false);
    }),
  );
});
