import 'dotenv/config';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { KeysUnusableError, makeKey, writeKeys, type KeySource } from '../server/connections/encryption-keys';
import { requireReadableTokens, UnreadableTokensError } from '../server/connections/require-readable-tokens';
import { rotateKeys, type RotationReport } from '../server/connections/rotate-keys';
import { openDatabase } from '../server/db/database';
import { DatabaseUnusableError } from '../server/db/errors';
import { readSettings, SettingsError } from '../server/settings';

/** What the operator asked cannot be done as things are. */
class RefusedError extends Error {}

interface Outcome extends RotationReport {
  /** The key that this run put in front; null when none was asked. */
  newKeyId: string | null;
  removedKeyIds: string[];
  seconds: number;
}

async function rotate(): Promise<{ outcome: Outcome; isJson: boolean }> {
  const { values } = parseArgs({
    options: {
      format: { type: 'string', default: 'text' },
      'new-key': { type: 'boolean', default: false },
      'remove-unused': { type: 'boolean', default: false },
      'forget-unreadable': { type: 'boolean', default: false },
    },
  });
  const isForgetting = values['forget-unreadable'];
  if (values['new-key'] && values['remove-unused'])
    throw new RefusedError(
      '--new-key and --remove-unused are two runs: a running server may just be writing with the key before.',
    );
  const { databaseFile, encryptionKeys: source } = readSettings(process.env);
  if (!existsSync(databaseFile)) throw new RefusedError(`There is no database at ${databaseFile}. DATABASE_URL names it.`);
  const startedAt = performance.now();
  const db = await openDatabase(databaseFile);
  try {
    if (!isForgetting) requireReadableTokens(db, source);
    const newKeyId = values['new-key'] ? putInFront(source) : null;
    const report = rotateKeys({ isForgetting }, { db, source });
    const removedKeyIds = values['remove-unused'] ? remove(report.unusedKeyIds, source) : [];
    const unusedKeyIds = report.unusedKeyIds.filter((id) => !removedKeyIds.includes(id));
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    return { outcome: { ...report, unusedKeyIds, newKeyId, removedKeyIds, seconds }, isJson: values.format === 'json' };
  } finally {
    await db.close();
  }
}

function putInFront(source: KeySource): string {
  const key = makeKey();
  writeKeys(requireFile(source), [key, ...source.keys()]);
  return key.id;
}

function remove(ids: readonly string[], source: KeySource): string[] {
  const file = requireFile(source);
  if (ids.length > 0)
    writeKeys(
      file,
      source.keys().filter(({ id }) => !ids.includes(id)),
    );
  return [...ids];
}

function requireFile({ file, place }: KeySource): string {
  if (file !== null) return file;
  throw new RefusedError(
    `The keys are in ${place}, which only you can change: put the new key in front there (or take the old one out), restart Crealia, and run this without that option.`,
  );
}

function describe(outcome: Outcome): string {
  const { accounts, authorizations, unusedKeyIds, removedKeyIds, newKeyId, currentKeyId, seconds } = outcome;
  const unreadable = accounts.unreadable + authorizations.unreadable;
  const forgotten = accounts.forgotten + authorizations.forgotten;
  return [
    newKeyId !== null && `A new key stands in front: ${newKeyId}. Back up its file.`,
    `Sealed with key ${currentKeyId}: ${accounts.resealed} of ${accounts.stored} accounts and ${authorizations.resealed} of ${authorizations.stored} authorizations anew, the others were already (${seconds} s).`,
    forgotten > 0 &&
      `Given up, nobody can read them: ${accounts.forgotten} accounts, to be connected again, and ${authorizations.forgotten} authorizations.`,
    unreadable > 0 &&
      `NOT READABLE: ${accounts.unreadable} accounts and ${authorizations.unreadable} authorizations. --forget-unreadable gives them up.`,
    removedKeyIds.length > 0 && `Removed: ${removedKeyIds.join(', ')}.`,
    unusedKeyIds.length > 0
      ? `Not needed any more and may be removed: ${unusedKeyIds.join(', ')}. Keep them as long as you keep backups from before.`
      : 'No key is left over.',
  ]
    .filter(Boolean)
    .join('\n');
}

try {
  const { outcome, isJson } = await rotate();
  process.stdout.write(`${isJson ? JSON.stringify(outcome) : describe(outcome)}\n`);
  process.exitCode = outcome.accounts.unreadable + outcome.authorizations.unreadable > 0 ? 1 : 0;
} catch (error) {
  const isKnown = [SettingsError, DatabaseUnusableError, UnreadableTokensError, KeysUnusableError, RefusedError].some(
    (kind) => error instanceof kind,
  );
  const isWrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`\n${isKnown || isWrongOption ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
