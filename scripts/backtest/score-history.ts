import type { Criterion } from '../../server/analytics/criterion';
import { adviseOn } from '../../server/recommendations/advise-on';
import type { RecommendationType } from '../../server/recommendations/recommendation';
import { agreementOf, type Agreement } from './agreement';
import { meanOf, splitBy, type History, type PastVideo } from './history';
import { laterResiduals, medianOf } from './later-residuals';
import { rollingOrigins } from './rolling-origin';
import { typeOfUsualMethod, usualAdvice, usualMethods, type UsualMethod } from './usual-methods';

/** One piece of advice, given at one origin, and how the later videos of its window did. All effects in ln(views). */
export interface ScoredAdvice {
  creator: string;
  type: RecommendationType;
  method: 'crealia' | UsualMethod;
  /** Videos known when it was given. */
  known: number;
  /** Null: advice that no video can be held against. */
  kind: Criterion['kind'] | null;
  /** What the method itself says the choice is worth: shrunken for crealia, the plain difference for the usual methods. */
  apparent: number;
  /** Difference of the plain means in the videos known. */
  apparentRaw: number;
  /** Ids of the later videos that follow the advice. */
  following: string[];
  /** Other later videos. */
  others: number;
  /** Mean residual of those that follow minus that of the others; null when either is missing. */
  gain: number | null;
  /** The same with residuals held in at 2.5 robust deviations. */
  robustGain: number | null;
  /** Crealia's confidence and whether the first ten videos agreed; null for the usual methods, which state none. */
  agreement: Agreement | null;
}

export interface ScoredHistory {
  creator: string;
  origins: number;
  /** Origins at which any advice was given. */
  originsAdvised: number;
  /** Later videos that were held against advice, or would have been. */
  laterVideos: number;
  advice: ScoredAdvice[];
}

const WINSOR_DEVIATIONS = 2.5;
const NORMAL_MAD = 1.4826;

/** Gives advice at each origin from the videos known by then, and scores it on the later ones. */
export function scoreHistory(history: History, advise = adviseOn): ScoredHistory {
  const { creator, timeZone, videos } = history;
  const residuals = laterResiduals(videos);
  const deviation = NORMAL_MAD * medianOf([...residuals.values()].map(Math.abs));
  const busyUntil = new Map<string, number>();
  const scored: ScoredHistory = { creator, origins: 0, originsAdvised: 0, laterVideos: 0, advice: [] };
  for (const { known, window, later } of rollingOrigins(history)) {
    const score = (criterion: Criterion, apparent: number | null) =>
      scoreCriterion({ criterion, known, window, residuals, bound: WINSOR_DEVIATIONS * deviation, apparent });
    scored.origins++;
    scored.laterVideos += window.length;
    const given = advise(known, timeZone);
    if (given.length > 0) scored.originsAdvised++;
    for (const { type, criterion, effect, confidence } of given) {
      const base = { creator, type, method: 'crealia' as const, known: known.length };
      if (!criterion) {
        scored.advice.push({ ...base, ...unscored, apparent: effect, agreement: { confidence, outcome: 'NO_CRITERION' } });
        continue;
      }
      // Two types of recommendation may say the same: it comes true, or not, only once.
      const key = JSON.stringify(criterion);
      const agreement = agreementOf({ criterion, confidence, later, residuals, busyUntil: busyUntil.get(key) ?? -Infinity });
      if (agreement.until !== undefined) busyUntil.set(key, agreement.until);
      scored.advice.push({ ...base, ...score(criterion, effect), agreement });
    }
    for (const method of usualMethods) {
      const criterion = usualAdvice(method, known, timeZone);
      if (criterion) {
        const type = typeOfUsualMethod[method];
        scored.advice.push({ creator, type, method, known: known.length, ...score(criterion, null), agreement: null });
      }
    }
  }
  return scored;
}

const unscored = { kind: null, apparentRaw: NaN, following: [], others: 0, gain: null, robustGain: null };

interface ToScore {
  criterion: Criterion;
  known: readonly PastVideo[];
  window: readonly PastVideo[];
  residuals: ReadonlyMap<string, number>;
  bound: number;
  apparent: number | null;
}

function scoreCriterion({ criterion, known, window, residuals, bound, apparent }: ToScore) {
  const before = splitBy(criterion, known);
  const after = splitBy(criterion, window);
  const apparentRaw = meanOf(before.following.map(logViewsOf)) - meanOf(before.others.map(logViewsOf));
  const difference = (value: (video: PastVideo) => number): number | null =>
    after.following.length === 0 || after.others.length === 0
      ? null
      : meanOf(after.following.map(value)) - meanOf(after.others.map(value));
  const residualOf = ({ id }: PastVideo): number => residuals.get(id)!;
  return {
    kind: criterion.kind,
    apparent: apparent ?? apparentRaw,
    apparentRaw,
    following: after.following.map(({ id }) => id),
    others: after.others.length,
    gain: difference(residualOf),
    robustGain: difference((video) => Math.min(Math.max(residualOf(video), -bound), bound)),
  };
}

function logViewsOf({ logViews }: PastVideo): number {
  return logViews;
}
