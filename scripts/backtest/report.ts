import { ADVICE_METHOD_VERSION } from '../../server/recommendations/advise-on';
import { calibrate, type Calibration } from './calibration';
import { summariseTrials, type GeneratedSummary } from './generated-summary';
import type { TrialResult } from './generated-trials';
import type { ScoredHistory } from './score-history';
import { choiceRows, gainRows, type ChoiceRow, type GainRow } from './summary';

/** What `npm run backtest` finds. Gains in ln(views), standard errors clustered by creator, rates 0 to 1. */
export interface BacktestReport {
  data: {
    creators: number;
    videos: number;
    /** Creators with an origin and later videos, and these videos. */
    creatorsScored: number;
    videosScored: number;
    origins: number;
    originsAdvised: number;
    source: 'file' | 'sandbox';
  };
  methodVersion: string;
  rows: GainRow[];
  choices: ChoiceRow[];
  /** The same rows where counts have nothing to do with choices: every gain here is chance. */
  placebo: GainRow[];
  calibration: Calibration;
  generated: GeneratedSummary | null;
  seconds: number;
}

interface Measured {
  read: { creators: number; videos: number };
  source: BacktestReport['data']['source'];
  histories: readonly ScoredHistory[];
  placebo: readonly ScoredHistory[];
  /** Null: generated creators were not asked for. */
  trials: readonly TrialResult[] | null;
  seconds: number;
}

export function backtestReport({ read, source, histories, placebo, trials, seconds }: Measured): BacktestReport {
  const sum = (valueOf: (history: ScoredHistory) => number) => histories.reduce((total, history) => total + valueOf(history), 0);
  return {
    data: {
      creators: read.creators,
      videos: read.videos,
      creatorsScored: histories.filter(({ origins }) => origins > 0).length,
      videosScored: sum(({ laterVideos }) => laterVideos),
      origins: sum(({ origins }) => origins),
      originsAdvised: sum(({ originsAdvised }) => originsAdvised),
      source,
    },
    methodVersion: ADVICE_METHOD_VERSION,
    rows: gainRows(histories),
    choices: choiceRows(histories),
    placebo: gainRows(placebo).filter(({ method }) => method !== 'none'),
    calibration: calibrate(histories.flatMap(({ advice }) => advice.flatMap(({ agreement }) => agreement ?? []))),
    generated: trials && summariseTrials(trials),
    seconds,
  };
}
