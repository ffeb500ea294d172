import { chooseConnection } from './choose-connection';

const old = { id: 'old', isActive: true, connectedAt: '2026-01-01T00:00:00Z' };
const recent = { id: 'recent', isActive: true, connectedAt: '2026-02-01T00:00:00Z' };
const gone = { id: 'gone', isActive: false, connectedAt: '2026-03-01T00:00:00Z' };

test.each([
  ['the one asked for', [old, recent, gone], 'gone', 'old', 'gone'],
  ['the one looked at last', [old, recent, gone], null, 'old', 'old'],
  ['the newest that is read, when the last one is read no more', [old, recent, gone], null, 'gone', 'recent'],
  ['the newest that is read, when the one asked for is not there', [old, recent, gone], 'stranger', null, 'recent'],
  ['the newest, when none is read', [gone], null, null, 'gone'],
])('%s is shown', (_why, connections, asked, lookedAt, expected) => {
  expect(chooseConnection(connections, asked, lookedAt)?.id).toBe(expected);
});

test('without an account there is none to show', () => {
  expect(chooseConnection([], 'a', 'b')).toBeNull();
});
