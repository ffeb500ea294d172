import { seededRandom } from './seeded-random';

/** Choices whose effects are drawn from one distribution, the spread of which is estimated from them. */
export interface ModelledFamily {
  /**
   * The choices share out one quantity, as hours or lengths do: an effect is then what all choices of the family together make of
   * its videos, against what they make of the others. Else it is that of the choice alone, whatever comes along, as with hashtags.
   */
  isShared: boolean;
  /** Videos for which the choice is known. */
  n: number;
  /** For each choice the videos that have it: positions in the array of scores. */
  members: readonly (readonly number[])[];
}

/** Draws thrown away until the chain has forgotten where it began, and draws kept. */
const WARM_UP = 200;
const KEPT = 1_000;
const SWEEPS_BETWEEN_STEPS = 25;
/** The same data give the same numbers. */
const SEED = 20_261_122;
/** Scale of the half-Cauchy belief about the spread of a family's effects, in deviations of a single video. */
const SPREAD_SCALE = 0.03;
/** Spreads that are considered, in the same unit: from what nobody could see to more than a whole deviation. */
const SPREADS = Float64Array.from({ length: 28 }, (_unused, k) => 0.01 * 1.2 ** k);
/** The grid is even in the logarithm, hence the first term. */
const LOG_PRIOR = SPREADS.map((spread) => Math.log(spread) - Math.log1p((spread / SPREAD_SCALE) ** 2));

/**
 * One hierarchical model of all choices of a creator together: score = mean + effects of what was chosen + noise. The effects of
 * a family come from a Cauchy distribution around zero whose spread is estimated from the family itself, so that many noughts
 * are shrunk together and one clear effect among them is left standing; all families are estimated together, so that a series
 * that is posted at a fixed hour does not count twice. Belief about the spreads: half-Cauchy (Gelman 2006, "Prior distributions
 * for variance parameters in hierarchical models", Bayesian Analysis 1, 515–534); Cauchy effects under it are of the kind of the
 * horseshoe (Carvalho, Polson and Scott 2010, Biometrika 97, 465–480). Sampled by Gibbs' method on the counts of videos that two
 * choices share, whatever the number of videos, with each spread drawn twice, given the effects and given the effects in units
 * of it (Yu and Meng 2011, "To center or not to center", Journal of Computational and Graphical Statistics 20, 531–570).
 * @param scores by position, normally distributed apart from the effects; NaN where not compared
 * @param compared positions that take part; at least one
 * @param deviation standard deviation of the noise, above 0
 * @returns per family and choice the draws from the posterior distribution of its effect, in the unit of the scores
 */
export function* choiceModelSteps(
  scores: Float64Array,
  compared: readonly number[],
  deviation: number,
  families: readonly ModelledFamily[],
): Generator<void, Float64Array[][]> {
  const columns = families.flatMap(({ members }) => members);
  if (columns.length === 0) return families.map(() => []);
  const state = new ModelState(scores, compared, deviation, columns);
  const spreads = families.map(() => SPREAD_SCALE);
  const ranges = rangesOf(families);
  const draws = columns.map(() => new Float64Array(KEPT));
  for (let sweep = 0; sweep < WARM_UP + KEPT; sweep++) {
    if (sweep % SWEEPS_BETWEEN_STEPS === 0) yield;
    state.drawMean();
    ranges.forEach(([from, until], f) => {
      if (from < until) spreads[f] = state.drawFamily(from, until, spreads[f]!);
    });
    if (sweep >= WARM_UP) draws.forEach((draw, c) => (draw[sweep - WARM_UP] = state.effects[c]! * deviation));
  }
  return families.map(({ isShared, n }, f) => {
    const [from, until] = ranges[f]!;
    const own = draws.slice(from, until);
    return isShared ? own.map((_draw, c) => state.againstOthers(own, from, from + c, n)) : own;
  });
}

/** First column of each family, and the first that is no longer one of it. */
function rangesOf(families: readonly ModelledFamily[]): [number, number][] {
  let from = 0;
  return families.map(({ members }) => [from, (from += members.length)]);
}

/** Where the chain stands, in deviations of a single video. */
class ModelState {
  readonly effects: Float64Array;
  /** Local variance of each effect over the square of its family's spread: what makes the tails long. */
  private readonly widths: Float64Array;
  private readonly size: number;
  private readonly n: number;
  private readonly counts: Float64Array;
  /** Videos that two choices share, a row for each choice. */
  private readonly shared: Float64Array;
  /** Sum of what is left of the scores, over the videos of each choice and over all. */
  private readonly left: Float64Array;
  private leftOfAll = 0;
  private readonly random = seededRandom(SEED);
  private readonly logs = new Float64Array(SPREADS.length);

  constructor(scores: Float64Array, compared: readonly number[], deviation: number, columns: readonly (readonly number[])[]) {
    this.size = columns.length;
    this.n = compared.length;
    this.effects = new Float64Array(this.size);
    this.widths = new Float64Array(this.size).fill(1);
    this.counts = Float64Array.from(columns, (members) => members.length);
    this.shared = countShared(columns, scores.length);
    const sum = (members: readonly number[]) => members.reduce((total, i) => total + scores[i]!, 0) / deviation;
    this.left = Float64Array.from(columns, sum);
    this.leftOfAll = sum(compared);
  }

  drawMean(): void {
    const change = this.leftOfAll / this.n + this.normal() / Math.sqrt(this.n);
    this.leftOfAll -= this.n * change;
    for (let c = 0; c < this.size; c++) this.left[c]! -= this.counts[c]! * change;
  }

  /** Draws the effects of one family and its spread, which is returned. */
  drawFamily(from: number, until: number, spread: number): number {
    for (let c = from; c < until; c++) {
      const precision = this.counts[c]! + 1 / (spread * spread * this.widths[c]!);
      const centre = (this.left[c]! + this.counts[c]! * this.effects[c]!) / precision;
      this.change(c, centre + this.normal() / Math.sqrt(precision) - this.effects[c]!);
      // Given the effect, a Cauchy distribution's local precision is exponential.
      this.widths[c] = (1 + (this.effects[c]! / spread) ** 2) / 2 / -Math.log(1 - this.random());
    }
    const unit = this.drawSpreadGivenEffects(from, until);
    const drawn = this.drawSpreadGivenUnits(from, until, unit);
    if (drawn !== unit) for (let c = from; c < until; c++) this.change(c, this.effects[c]! * (drawn / unit - 1));
    return drawn;
  }

  /** What a family makes of the videos of one choice, on average, minus what it makes of the n videos' others; 0 without others. */
  againstOthers(draws: readonly Float64Array[], from: number, choice: number, n: number): Float64Array {
    const count = this.counts[choice]!;
    const others = n - count;
    return Float64Array.from({ length: KEPT }, (_unused, k) => {
      let inside = 0;
      let all = 0;
      draws.forEach((draw, d) => {
        inside += this.shared[choice * this.size + from + d]! * draw[k]!;
        all += this.counts[from + d]! * draw[k]!;
      });
      return others === 0 ? 0 : inside / count - (all - inside) / others;
    });
  }

  private drawSpreadGivenEffects(from: number, until: number): number {
    let squares = 0;
    for (let c = from; c < until; c++) squares += this.effects[c]! ** 2 / this.widths[c]!;
    return this.drawFromGrid((spread) => -(until - from) * Math.log(spread) - squares / (2 * spread * spread));
  }

  private drawSpreadGivenUnits(from: number, until: number, unit: number): number {
    let square = 0;
    let product = 0;
    for (let c = from; c < until; c++) {
      let own = 0;
      for (let d = from; d < until; d++) own += this.shared[c * this.size + d]! * this.effects[d]!;
      square += (this.effects[c]! * own) / (unit * unit);
      product += (this.effects[c]! * (this.left[c]! + own)) / unit;
    }
    return this.drawFromGrid((spread) => product * spread - (square * spread * spread) / 2);
  }

  private drawFromGrid(logLikelihood: (spread: number) => number): number {
    const { logs } = this;
    for (let k = 0; k < logs.length; k++) logs[k] = LOG_PRIOR[k]! + logLikelihood(SPREADS[k]!);
    const best = logs.reduce((highest, log) => Math.max(highest, log));
    let rest = this.random() * logs.reduce((sum, log) => sum + Math.exp(log - best), 0);
    for (let k = 0; k < logs.length; k++) {
      rest -= Math.exp(logs[k]! - best);
      if (rest <= 0) return SPREADS[k]!;
    }
    return SPREADS[logs.length - 1]!;
  }

  private change(c: number, by: number): void {
    const { effects, left, shared, size } = this;
    effects[c]! += by;
    const row = c * size;
    for (let d = 0; d < size; d++) left[d]! -= shared[row + d]! * by;
    this.leftOfAll -= this.counts[c]! * by;
  }

  /** Box and Muller. */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }
}

function countShared(columns: readonly (readonly number[])[], positions: number): Float64Array {
  const size = columns.length;
  const chosen: number[][] = Array.from({ length: positions }, () => []);
  columns.forEach((members, c) => members.forEach((i) => chosen[i]!.push(c)));
  const shared = new Float64Array(size * size);
  for (const own of chosen) for (const c of own) for (const d of own) shared[c * size + d]! += 1;
  return shared;
}
