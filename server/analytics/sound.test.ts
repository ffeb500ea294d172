import { soundOf } from './sound';

const owner = { username: 'papier.plie', displayName: 'Papier plié' };

it.each([
  ['original sound - Papier plié', 'OWN'],
  ['son original - papier.plie', 'OWN'],
  ['Son Original - PAPIER PLIÉ', 'OWN'],
  ['오리지널 사운드 - Papier plié', 'OWN'],
  ['original sound', 'OWN'],
  ['original sound - somebody else', 'BORROWED'],
  ['Originality - A Band', 'BORROWED'],
  ['Papier calque - Nina Sable', 'BORROWED'],
  [null, null],
])('%s is %s', (musicName, sound) => {
  expect(soundOf(musicName, owner)).toBe(sound);
});
