import type { History } from './history';
import { runTrial, type Trial, type TrialResult } from './generated-trials';
import { scoreHistory, type ScoredHistory } from './score-history';

export type Task = { history: History } | { trial: Trial };
export type TaskResult = ScoredHistory | TrialResult;

process.on('message', (task: Task) => {
  process.send!('history' in task ? scoreHistory(task.history) : runTrial(task.trial));
});
