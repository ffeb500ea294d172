import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Hands the tasks to child processes, each the next one as soon as it is free; the results come in the order of the tasks.
 * Processes rather than threads: tsx does not compile what a worker thread loads. Rejects when a process ends before its task.
 * @param module a program that answers each message with one
 * @param onProgress called after each result with how many are there
 */
export async function runInProcesses<Task extends object, Result>(
  module: URL,
  tasks: readonly Task[],
  processes: number,
  onProgress: (done: number) => void,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(tasks.length);
  let next = 0;
  let done = 0;
  const children = Array.from({ length: Math.min(processes, tasks.length) }, () =>
    fork(fileURLToPath(module), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
  const work = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      let current = -1;
      const take = () => {
        current = next++;
        const task = tasks[current];
        if (task === undefined) resolve();
        else child.send(task);
      };
      child.on('message', (result) => {
        results[current] = result as Result;
        onProgress(++done);
        take();
      });
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`A process of the backtest ended with code ${code}.`)));
      take();
    });
  try {
    await Promise.all(children.map(work));
  } finally {
    for (const child of children) child.kill();
  }
  return results;
}
