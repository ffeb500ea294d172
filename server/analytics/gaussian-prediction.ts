/**
 * Predicts a Gaussian quantity from others that go with it (Rasmussen and Williams 2006, Gaussian Processes for Machine Learning,
 * algorithm 2.1). Made once for the observations, asked for any number of targets.
 */
export class GaussianPrediction {
  private readonly size: number;
  /** Lower triangle of the Cholesky factor, row by row. */
  private readonly factor: Float64Array;
  private readonly weights: Float64Array;

  /**
   * @param covariance of observations i and j, their noise included where i = j; positive definite
   * @param deviations of the observations from their prior means
   */
  constructor(covariance: (i: number, j: number) => number, deviations: readonly number[]) {
    const size = deviations.length;
    const factor = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = covariance(i, j);
        for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
        factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j]!;
      }
    }
    this.size = size;
    this.factor = factor;
    this.weights = this.solveBackward(this.solveForward(deviations));
  }

  /**
   * Deviation of the target's mean from its prior mean, and its variance, after the observations.
   * @param covarianceWith one covariance for each observation
   */
  predict(covarianceWith: readonly number[], priorVariance: number): { deviation: number; variance: number } {
    let deviation = 0;
    for (let i = 0; i < this.size; i++) deviation += covarianceWith[i]! * this.weights[i]!;
    const explained = this.solveForward(covarianceWith).reduce((sum, value) => sum + value * value, 0);
    return { deviation, variance: Math.max(0, priorVariance - explained) };
  }

  private solveForward(right: readonly number[]): Float64Array {
    const { size, factor } = this;
    const solution = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = right[i]!;
      for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * solution[k]!;
      solution[i] = sum / factor[i * size + i]!;
    }
    return solution;
  }

  private solveBackward(right: Float64Array): Float64Array {
    const { size, factor } = this;
    const solution = new Float64Array(size);
    for (let i = size - 1; i >= 0; i--) {
      let sum = right[i]!;
      for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * solution[k]!;
      solution[i] = sum / factor[i * size + i]!;
    }
    return solution;
  }
}
