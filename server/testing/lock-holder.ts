import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from '../project-root';

/** Another process that holds the write lock of a database file. */
export interface LockHolder {
  /** Gives the lock back and ends; resolves when the process is gone. */
  release(): Promise<void>;
}

const program = `
  const sqlite = new (require('better-sqlite3'))(process.argv[1]);
  sqlite.exec('BEGIN IMMEDIATE');
  console.log('held');
  setTimeout(() => process.exit(), Number(process.argv[2]));
  process.stdin.on('end', () => process.exit()).resume();`;

/** Takes the lock in a process of its own, for `forMs` at most. Resolves when it is held. */
export async function holdWriteLock(databaseFile: string, forMs = 60_000): Promise<LockHolder> {
  const child: ChildProcess = spawn(process.execPath, ['-e', program, databaseFile, String(forMs)], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (!child.stdout || !child.stdin) throw new Error('The process that holds the lock has no pipes.');
  const { stdin } = child;
  for await (const line of createInterface({ input: child.stdout })) if (line === 'held') break;
  return {
    release() {
      stdin.end();
      return ended;
    },
  };
}
