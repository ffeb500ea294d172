import { describe, expect, it } from '@jest/globals';
import { poolGains, type GainOfOne } from './pooled-gain';

const of = (creator: string, gain: number, following = 10, others = 10): GainOfOne => ({ creator, gain, following, others });

describe('the pooled gain', () => {
  it('of equal weights is the mean, with the standard error of the mean', () => {
    const pooled = poolGains([of('a', 0.1), of('b', 0.2), of('c', 0.6)])!;
    expect(pooled.gain).toBeCloseTo(0.3);
    // Deviations −0.2, −0.1, 0.3: sqrt(0.14 / (3 · 2)).
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.14 / 6));
  });

  it('weighs a creator with one video that follows as little as it tells', () => {
    expect(poolGains([of('a', 1, 1, 10), of('b', 0, 10, 10)])!.gain).toBeCloseTo(10 / 11 / (10 / 11 + 5));
  });

  it('does not take the advice of one creator for that of many', () => {
    const repeated = Array.from({ length: 50 }, () => of('a', 1));
    expect(poolGains([...repeated, of('b', 0)])!.standardError).toBeCloseTo(0.5);
    expect(poolGains(repeated)).toEqual({ gain: 1, standardError: null });
  });

  it('is nothing where no video could tell', () => {
    expect(poolGains([])).toBeNull();
    expect(poolGains([of('a', 0, 0, 10)])).toBeNull();
  });
});
