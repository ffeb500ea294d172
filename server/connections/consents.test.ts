import { policyVersion } from '../users/policy';
import { connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

const give = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) {
  __typename ... on GiveConsentSuccess { consent { id purpose policyVersion withdrawnAt } }
  ... on OutdatedPolicyError { currentVersion } ... on Error { message }
} }`;
const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
  __typename ... on WithdrawConsentSuccess { viewer { consentStates { purpose isGiven } } } ... on Error { message }
} }`;
const ledgerQuery =
  '{ viewer { consentStates { purpose isRequired isGiven isCurrent } consents { id purpose policyVersion givenAt withdrawnAt } } }';

interface Ledger {
  viewer: {
    consentStates: { purpose: string; isRequired: boolean; isGiven: boolean; isCurrent: boolean }[];
    consents: { id: string; purpose: string; policyVersion: string; givenAt: string; withdrawnAt: string | null }[];
  };
}
type Result = Record<string, { __typename: string; message?: string }>;

let world: TestApp;
let creators: string[];
beforeAll(async () => {
  world = await createTestApp();
  const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
  creators = state.creators.map(({ username }) => username);
});
afterAll(() => world.close());

const read = async (browser: TestBrowser) => (await browser.query<Ledger>(ledgerQuery)).viewer;
const stateOf = (viewer: Ledger['viewer'], purpose: string) => viewer.consentStates.find((state) => state.purpose === purpose);
const research = { purpose: 'RESEARCH', policyVersion };

it('asks for research apart: connecting alone does not give it', async () => {
  const browser = await world.connectedBrowser(creators[0]!);
  const viewer = await read(browser);
  expect(viewer.consentStates).toEqual([
    { purpose: 'ACCOUNT_ANALYTICS', isRequired: true, isGiven: true, isCurrent: true },
    { purpose: 'RESEARCH', isRequired: false, isGiven: false, isCurrent: false },
  ]);
});

it('puts research on record when its box was ticked on the way to TikTok', async () => {
  const browser = world.browser();
  await connectCreator(browser, world.sandbox, creators[8]!, undefined, ['ACCOUNT_ANALYTICS', 'RESEARCH']);
  const viewer = await read(browser);
  expect(stateOf(viewer, 'RESEARCH')).toMatchObject({ isGiven: true, isCurrent: true });
  expect(viewer.consents).toHaveLength(2);
  // Connecting again without the box withdraws nothing.
  await connectCreator(browser, world.sandbox, creators[8]!);
  expect(stateOf(await read(browser), 'RESEARCH')).toMatchObject({ isGiven: true });
});

it('keeps a ledger: giving adds a row once, withdrawing fills in only when', async () => {
  const browser = await world.connectedBrowser(creators[1]!);
  const given = await browser.query<{ giveConsent: { __typename: string; consent: unknown } }>(give, { input: research });
  expect(given.giveConsent).toMatchObject({ __typename: 'GiveConsentSuccess', consent: { ...research, withdrawnAt: null } });
  await browser.query(give, { input: research });
  const before = (await read(browser)).consents;
  expect(before.filter(({ purpose }) => purpose === 'RESEARCH')).toHaveLength(1);

  const answer = await browser.query<Result>(withdraw, { input: { purpose: 'RESEARCH' } });
  expect(answer.withdrawConsent).toMatchObject({
    __typename: 'WithdrawConsentSuccess',
    viewer: { consentStates: [{ isGiven: true }, { purpose: 'RESEARCH', isGiven: false }] },
  });
  const after = await read(browser);
  expect(after.consents.map((consent) => ({ ...consent, withdrawnAt: null }))).toEqual(before);
  expect(after.consents.find(({ purpose }) => purpose === 'RESEARCH')!.withdrawnAt).not.toBeNull();

  await browser.query(give, { input: research });
  const again = await read(browser);
  expect(again.consents).toHaveLength(before.length + 1);
  expect(stateOf(again, 'RESEARCH')).toMatchObject({ isGiven: true, isCurrent: true });
});

it('withdraws twice as well as once', async () => {
  const browser = await world.connectedBrowser(creators[2]!);
  for (const time of [1, 2]) {
    const answer = await browser.query<Result>(withdraw, { input: { purpose: 'RESEARCH' } });
    expect([time, answer.withdrawConsent!.__typename]).toEqual([time, 'WithdrawConsentSuccess']);
  }
});

it('takes no consent to a policy that is no longer in force', async () => {
  const browser = await world.connectedBrowser(creators[3]!);
  const { giveConsent } = await browser.query<Result>(give, { input: { ...research, policyVersion: '2020-01-01' } });
  expect(giveConsent).toMatchObject({ __typename: 'OutdatedPolicyError', currentVersion: policyVersion });
  expect(stateOf(await read(browser), 'RESEARCH')).toMatchObject({ isGiven: false });
});

it('stops reading at once when the consent it rests on is withdrawn, and says which accounts that were', async () => {
  const browser = await world.connectedBrowser(creators[4]!);
  const answer = await browser.query<{ withdrawConsent: { disconnected: object[] } }>(
    `mutation { withdrawConsent(input: { purpose: ACCOUNT_ANALYTICS }) {
       ... on WithdrawConsentSuccess { disconnected { id status isActive nextSyncAt } } } }`,
  );
  expect(answer.withdrawConsent.disconnected).toEqual([
    { id: browser.connectionId, status: 'DISCONNECTED', isActive: false, nextSyncAt: null },
  ]);
  expect(stateOf(await read(browser), 'ACCOUNT_ANALYTICS')).toMatchObject({ isGiven: false });
  const tiktok = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { revoked: { creator: string }[] };
  expect(tiktok.revoked.map(({ creator }) => creator)).toHaveLength(1);
  // The run that connecting had started has ended, and its job is gone.
  const runs = world.db.sqlite.prepare(
    "SELECT status, errorCode FROM SyncRun WHERE connectionId IN (SELECT id FROM TikTokConnection WHERE status = 'DISCONNECTED')",
  );
  expect(runs.all()).toEqual([{ status: 'FAILED', errorCode: 'CONNECTION_NOT_ACTIVE' }]);
  const again = await browser.query<{ withdrawConsent: { disconnected: object[] } }>(
    `mutation { withdrawConsent(input: { purpose: ACCOUNT_ANALYTICS }) { ... on WithdrawConsentSuccess { disconnected { id } } } }`,
  );
  expect(again.withdrawConsent.disconnected).toEqual([]);
});

it('asks again once the policy has changed, and a consent to the new version answers', async () => {
  const browser = await world.connectedBrowser(creators[5]!);
  world.db.sqlite.prepare("UPDATE Consent SET policyVersion = '2020-01-01'").run();
  expect(stateOf(await read(browser), 'ACCOUNT_ANALYTICS')).toMatchObject({ isGiven: true, isCurrent: false });
  await browser.query(give, { input: { purpose: 'ACCOUNT_ANALYTICS', policyVersion } });
  expect(stateOf(await read(browser), 'ACCOUNT_ANALYTICS')).toMatchObject({ isGiven: true, isCurrent: true });
});

it('changes nobody else’s consents, and nobody’s without a session', async () => {
  const [one, other] = [await world.connectedBrowser(creators[6]!), await world.connectedBrowser(creators[7]!)];
  await one.query(give, { input: research });
  await other.query(withdraw, { input: { purpose: 'RESEARCH' } });
  expect(stateOf(await read(one), 'RESEARCH')).toMatchObject({ isGiven: true });
  for (const [document, input] of [
    [give, research],
    [withdraw, { purpose: 'RESEARCH' }],
  ] as const) {
    const { errors } = await world.browser().post(document, { input });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }
});
