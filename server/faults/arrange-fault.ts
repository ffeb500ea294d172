import type { Endpoint, ProxyFault, Rule } from '../testing/faulty-proxy';
import { unknownHost } from '../testing/faulty-proxy';
import type { Fault, Operation } from './fault-table';
import { revokeInSandbox } from '../testing/test-app';
import type { FaultWorld, Person } from './fault-world';

const endpoints: Record<Exclude<Operation, 'model'>, Endpoint> = {
  exchange: 'exchange',
  profileAtConnect: 'user',
  profile: 'user',
  list: 'list',
  query: 'query',
  oembed: 'oembed',
  cover: 'cover',
  avatar: 'avatar',
  refresh: 'refresh',
  revoke: 'revoke',
};

/** Makes one fault come true for one person's calls of one operation. `mark` is what their calls are known by. */
export async function arrangeFault(
  { proxy, disturbed, time }: FaultWorld,
  operation: Exclude<Operation, 'model'>,
  { fault, person, mark }: { fault: Fault; person: Person; mark: string },
): Promise<void> {
  const { sqlite } = disturbed.test.db;
  const add = (endpoint: Endpoint, as: ProxyFault) => proxy.rules.add({ endpoint, fault: as, marks: [mark] } satisfies Rule);
  const isConnecting = operation === 'exchange' || operation === 'profileAtConnect';
  const isPicture = operation === 'cover' || operation === 'avatar';

  if (isPicture && (fault === 'token-expired' || fault === 'unknown-host')) {
    // Where the picture is fetched is said by what is stored: an address that has run out, or one on a host that is gone.
    const change =
      fault === 'unknown-host' ? `'https://${unknownHost}/picture.png'` : `replace(ADDRESS, 'x-signature=', 'x-signature=x')`;
    sqlite
      .prepare(
        operation === 'cover'
          ? `UPDATE Video SET coverUrl = ${change.replace('ADDRESS', 'coverUrl')} WHERE tiktokVideoId = ?`
          : `UPDATE TikTokConnection SET avatarUrl = ${change.replace('ADDRESS', 'avatarUrl')} WHERE tiktokUserId = ?`,
      )
      .run(operation === 'cover' ? mark : person.openId);
  } else if (operation === 'refresh' && fault === 'token-expired') {
    sqlite.prepare('UPDATE TikTokConnection SET refreshTokenExpiresAt = ? WHERE tiktokUserId = ?').run(time.data, person.openId);
  } else if (fault === 'token-revoked' && operation !== 'profileAtConnect')
    await revokeInSandbox(disturbed.test.sandbox, person.creator);
  else if (fault === 'refresh-refused') {
    add(endpoints[operation], 'token-refused');
    add('refresh', 'token-refused');
  } else if (isConnecting && (fault === 'token-expired' || fault === 'token-revoked')) add(endpoints[operation], 'token-refused');
  else add(endpoints[operation], fault as ProxyFault);
}
