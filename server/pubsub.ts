import { createPubSub, type PubSub } from 'graphql-yoga';

/** What is announced inside the process, by channel. A feature adds its own channels by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the features through declaration merging
export interface Channels {}

export type ChannelMap = { [Name in keyof Channels]: Channels[Name] };
export type CrealiaPubSub = PubSub<ChannelMap>;

export function createCrealiaPubSub(): CrealiaPubSub {
  return createPubSub<ChannelMap>();
}
