import fc from 'fast-check';
import { seededRandom } from '../analytics/seeded-random';
import { type DrawBelow, nextToss, type Toss } from './toss';

function drawFrom(seed: number): DrawBelow {
  const random = seededRandom(seed);
  return (bound) => Math.floor(random() * bound);
}

function tossAll(total: number, drawBelow: DrawBelow): Toss[] {
  const tosses: Toss[] = [];
  for (let toss = nextToss(tosses, total, drawBelow); toss; toss = nextToss(tosses, total, drawBelow)) tosses.push(toss);
  return tosses;
}

it('makes as many tosses as planned, half of them A, in every block too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer(), (videosPerArm, seed) => {
      const tosses = tossAll(2 * videosPerArm, drawFrom(seed));
      expect(tosses).toHaveLength(2 * videosPerArm);
      for (const { blockIndex } of tosses) {
        const block = tosses.filter((toss) => toss.blockIndex === blockIndex);
        expect([2, 4]).toContain(block.length);
        expect(block.every(({ blockSize }) => blockSize === block.length)).toBe(true);
        expect(block.filter(({ side }) => side === 'A')).toHaveLength(block.length / 2);
      }
      expect(tosses.map(({ blockIndex }) => blockIndex)).toEqual(
        tosses.map(({ blockIndex }) => blockIndex).sort((a, b) => a - b),
      );
    }),
    { numRuns: 60 },
  );
});

it('gives each of the ways a block can fall the same chance', () => {
  const counts = new Map<string, number>();
  const blocks = 12_000;
  const drawBelow = drawFrom(7);
  for (let i = 0; i < blocks; i++) {
    const word = tossAll(4, drawBelow)
      .map(({ side, blockSize }) => `${side}${blockSize}`)
      .join('');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // Half of the time one block of four (six ways), half of the time two of two (four ways).
  expect(counts.size).toBe(10);
  for (const [word, count] of counts) {
    const expected = blocks / 2 / (word.includes('4') ? 6 : 4);
    expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
  }
});

it('draws nothing but the toss that is asked for', () => {
  const draws: number[] = [];
  const drawBelow = (bound: number) => {
    draws.push(bound);
    return 0;
  };
  expect(nextToss([], 12, drawBelow)).toEqual({ side: 'A', blockIndex: 0, blockSize: 2 });
  expect(draws).toEqual([2, 2]);
});

it('ends with a block of two where four no longer fit', () => {
  const before: Toss[] = ['A', 'B', 'B', 'A'].map((side) => ({ side: side as 'A' | 'B', blockIndex: 0, blockSize: 4 }));
  expect(nextToss(before, 6, () => 1)).toEqual({ side: 'B', blockIndex: 1, blockSize: 2 });
});
