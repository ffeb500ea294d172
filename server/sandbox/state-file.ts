import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { callsPerMinute } from './defaults';

export const faultKinds = [
  'rate_limit',
  'internal_error',
  'bad_gateway_html',
  'hang',
  'reset',
  'truncated_json',
  'token_expired',
  'user_revoked',
  'video_deleted',
  'invalid_grant',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const scopes = z.array(z.string());
const stateSchema = z.object({
  version: z.literal(1),
  seed: z.string(),
  /** The day the creators' histories were counted from, ms. */
  foundedAt: z.number(),
  /** How far the sandbox's clock is ahead of the system's, ms. */
  offset: z.number(),
  onDemandIds: z.array(z.string()),
  authorizations: z.array(z.object({ creatorId: z.string(), scopes, at: z.number() })),
  /** Codes and tokens are kept as hashes only. */
  codes: z.array(
    z.object({
      hash: z.string(),
      creatorId: z.string(),
      scopes,
      redirectUri: z.string(),
      challenge: z.string().nullable(),
      expiresAt: z.number(),
    }),
  ),
  tokens: z.array(
    z.object({
      hash: z.string(),
      kind: z.enum(['access', 'refresh']),
      creatorId: z.string(),
      scopes,
      expiresAt: z.number(),
      refreshCount: z.number(),
    }),
  ),
  revoked: z.array(z.object({ creatorId: z.string(), reason: z.number(), at: z.number() })),
  deletedVideoIds: z.array(z.string()),
  faults: z.array(z.object({ endpoint: z.string(), fault: z.enum(faultKinds), times: z.number() })),
  settings: z.object({
    /** null: no limit. */
    rateLimitPerMinute: z.number().int().positive().nullable(),
    tokenRegime: z.enum(['2026-11', 'legacy']),
    oauthErrorStatus: z.union([z.literal(200), z.literal(400), z.literal(401)]),
    /** One operator saw TikTok's own sandbox refuse every refresh. */
    refreshRefused: z.boolean(),
  }),
});

export type SandboxState = z.infer<typeof stateSchema>;

function newState(seed: string, now: number): SandboxState {
  return {
    version: 1,
    seed,
    foundedAt: now,
    offset: 0,
    onDemandIds: [],
    authorizations: [],
    codes: [],
    tokens: [],
    revoked: [],
    deletedVideoIds: [],
    faults: [],
    settings: { rateLimitPerMinute: callsPerMinute, tokenRegime: '2026-11', oauthErrorStatus: 200, refreshRefused: false },
  };
}

/** The sandbox's memory. `save` returns once the state is on the disk, so what was answered is never forgotten. */
export interface StateStore {
  readonly state: SandboxState;
  save(): void;
}

/**
 * Opens or founds the memory. The file is replaced in one step (written beside, flushed, renamed), so a process killed at any
 * moment leaves either the old state or the new one.
 * @param file null: in memory only
 * @throws Error with a message for people when the file cannot be read as a sandbox's state
 */
export function openState(file: string | null, seed: string, now: number): StateStore {
  if (file === null) return { state: newState(seed, now), save: () => undefined };
  const state = existsSync(file) ? readState(file) : newState(seed, now);
  const save = () => writeState(file, state);
  mkdirSync(path.dirname(file), { recursive: true });
  save();
  return { state, save };
}

function readState(file: string): SandboxState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`The sandbox cannot read its state in ${file}. Delete the file to start a new demonstration.`, {
      cause: error,
    });
  }
}

function writeState(file: string, state: SandboxState): void {
  const beside = `${file}.new`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(descriptor, JSON.stringify(state));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}
