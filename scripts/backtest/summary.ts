import { recommendationTypes, type RecommendationType } from '../../server/recommendations/recommendation';
import { poolGains, weightOf, type GainOfOne } from './pooled-gain';
import type { ScoredAdvice, ScoredHistory } from './score-history';
import { typeOfUsualMethod, usualMethods } from './usual-methods';

export type Method = ScoredAdvice['method'] | 'none';

/** Gains in ln(views); null where nobody was advised, or nobody's later videos could tell. */
export interface GainRow {
  type: RecommendationType;
  method: Method;
  /** Creators with at least one origin and later videos. */
  creators: number;
  creatorsAdvised: number;
  apparentGain: number | null;
  /** Plain difference of means in the videos known. */
  apparentRawGain: number | null;
  gain: number | null;
  gainSe: number | null;
  robustGain: number | null;
  robustGainSe: number | null;
  /** Pieces of advice, counted at each origin. */
  adviceGiven: number;
  /** Different later videos that follow advice of this type. */
  videosFollowing: number;
}

/** What crealia's advice is worth by what is chosen, whatever type of recommendation says it. */
export type ChoiceRow = Omit<GainRow, 'type' | 'method'> & { kind: NonNullable<ScoredAdvice['kind']> };

export function gainRows(histories: readonly ScoredHistory[]): GainRow[] {
  const scored = histories.filter(({ origins }) => origins > 0);
  const all = scored.flatMap(({ advice }) => advice);
  const laterVideos = scored.reduce((sum, history) => sum + history.laterVideos, 0);
  return recommendationTypes.flatMap((type): GainRow[] => [
    ...(['crealia', ...usualMethods.filter((method) => typeOfUsualMethod[method] === type)] as const).map((method) => ({
      type,
      method,
      ...summarise(
        all.filter((advice) => advice.type === type && advice.method === method),
        scored.length,
      ),
    })),
    { type, method: 'none', ...withoutAdvice(scored.length, laterVideos) },
  ]);
}

export function choiceRows(histories: readonly ScoredHistory[]): ChoiceRow[] {
  const scored = histories.filter(({ origins }) => origins > 0);
  const all = scored.flatMap(({ advice }) => advice).filter(({ method, kind }) => method === 'crealia' && kind !== null);
  const kinds = [...new Set(all.map(({ kind }) => kind!))].sort();
  return kinds.map((kind) => ({
    kind,
    ...summarise(
      all.filter((advice) => advice.kind === kind),
      scored.length,
    ),
  }));
}

function summarise(advice: readonly ScoredAdvice[], creators: number): Omit<GainRow, 'type' | 'method'> {
  const tried = advice.filter(({ gain }) => gain !== null);
  const pool = (valueOf: (advice: ScoredAdvice) => number) =>
    poolGains(
      tried.map((one): GainOfOne => ({
        creator: one.creator,
        gain: valueOf(one),
        following: one.following.length,
        others: one.others,
      })),
    );
  const gain = pool((one) => one.gain!);
  const robust = pool((one) => one.robustGain!);
  return {
    creators,
    creatorsAdvised: new Set(advice.map(({ creator }) => creator)).size,
    apparentGain: pool(({ apparent }) => apparent)?.gain ?? null,
    apparentRawGain: pool(({ apparentRaw }) => apparentRaw)?.gain ?? null,
    gain: gain?.gain ?? null,
    gainSe: gain?.standardError ?? null,
    robustGain: robust?.gain ?? null,
    robustGainSe: robust?.standardError ?? null,
    adviceGiven: advice.length,
    videosFollowing: new Set(
      advice
        .filter((one) => weightOf({ following: one.following.length, others: one.others }) > 0)
        .flatMap(({ following }) => following),
    ).size,
  };
}

/** Who is told nothing gains and loses nothing; the number of videos says on how many the others are measured. */
function withoutAdvice(creators: number, videosFollowing: number): Omit<GainRow, 'type' | 'method'> {
  return {
    creators,
    creatorsAdvised: 0,
    apparentGain: 0,
    apparentRawGain: 0,
    gain: 0,
    gainSe: 0,
    robustGain: 0,
    robustGainSe: 0,
    adviceGiven: 0,
    videosFollowing,
  };
}
