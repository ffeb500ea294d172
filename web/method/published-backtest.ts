import published from '../../docs/backtest.json';
import type { PublishedBacktest } from './backtest-results';

/** What `docs/backtest.md` says, from the same file: read when the pages are built. */
export const publishedBacktest: PublishedBacktest = published;
