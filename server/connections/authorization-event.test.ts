import { readRemovedAuthorization } from './authorization-event';

const event = (values: object) =>
  JSON.stringify({
    client_key: 'k',
    event: 'authorization.removed',
    user_openid: 'open-id',
    create_time: 1_763_800_000,
    ...values,
  });

test.each([
  ['as TikTok documents it', { content: '{"reason":1}' }, { reason: 1, removedAt: 1_763_800_000 }],
  ['content that is an object after all', { content: { reason: 2 } }, { reason: 2, removedAt: 1_763_800_000 }],
  ['milliseconds', { content: '{"reason":3}', create_time: 1_763_800_000_123 }, { reason: 3, removedAt: 1_763_800_000 }],
  ['no content', { content: undefined }, { reason: null, removedAt: 1_763_800_000 }],
  ['a reason that is a text', { content: '{"reason":"1"}' }, { reason: null, removedAt: 1_763_800_000 }],
  ['no time', { content: '{"reason":0}', create_time: undefined }, { reason: 0, removedAt: null }],
  ['a time that is a text', { content: '{"reason":0}', create_time: 'now' }, { reason: 0, removedAt: null }],
])('reads %s', (_case, values, read) => {
  expect(readRemovedAuthorization(event(values))).toEqual({ tiktokUserId: 'open-id', ...read });
});

test.each([
  ['another event', event({ event: 'post.publish.complete' })],
  ['nobody', event({ user_openid: '' })],
  ['a number for a person', event({ user_openid: 7 })],
  ['no JSON', 'removed'],
])('takes %s for nothing', (_case, body) => {
  expect(readRemovedAuthorization(body)).toBeNull();
});
