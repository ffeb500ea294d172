import { policyVersion } from '../../users/policy';
import type { HttpClient } from '../http-client';
import { lookInside } from './look-inside';

const give = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`;
const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }`;

/**
 * Writes all the time, one after the other, and keeps count of what the server acknowledged: the person agrees to research, takes it
 * back, agrees again. Each of them leaves a trace for good, so what is stored can be compared with what was answered.
 */
export class Witness {
  /** Writes that were answered with success, since the beginning. */
  acknowledged = 0;
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly client: HttpClient,
    private readonly userId: string,
    private readonly databaseFile: string,
  ) {}

  start(): void {
    let isStopped = false;
    const done = (async () => {
      while (!isStopped) {
        try {
          await this.write();
        } catch {
          // The server died, or refused: then nothing was acknowledged.
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    this.stop = () => {
      isStopped = true;
      return done;
    };
  }

  /** @returns what was acknowledged and is not there */
  async compare(): Promise<string[]> {
    await this.stop?.();
    this.stop = null;
    const stored = this.count();
    const before = this.acknowledged;
    // One that was stored when the server died before answering counts from now on.
    this.acknowledged = stored;
    // Written, but the answer did not arrive: one more at most, since they come one after the other.
    const isWhole = stored === before || stored === before + 1;
    return isWhole ? [] : [`${before} writes were acknowledged, ${stored} are there`];
  }

  private async write(): Promise<void> {
    const isGiving = this.acknowledged % 2 === 0;
    const answer = await this.client.query<Record<string, { __typename: string }>>(
      isGiving ? give : withdraw,
      isGiving ? { input: { purpose: 'RESEARCH', policyVersion } } : { input: { purpose: 'RESEARCH' } },
    );
    if (Object.values(answer)[0]?.__typename.endsWith('Success')) this.acknowledged += 1;
  }

  private count(): number {
    const sql = `SELECT count(*) + count(withdrawnAt) FROM Consent WHERE userId = ? AND purpose = 'RESEARCH'`;
    return lookInside(this.databaseFile, (sqlite) => Number(sqlite.prepare(sql).pluck().get(this.userId)));
  }
}
