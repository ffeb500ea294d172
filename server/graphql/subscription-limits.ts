import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GraphQLContext } from './context';

interface SubscriptionLimits {
  /** Of one person at the same time. */
  perPerson: number;
  /** After which a subscription completes; whoever still follows asks again. */
  lifeMs: number;
}

/** Bounds how many subscriptions a person has open at once and how long each lives: every one holds a socket. */
export function useSubscriptionLimits({ perPerson, lifeMs }: SubscriptionLimits): Plugin<GraphQLContext> {
  const open = new Map<string, number>();
  const leave = (person: string) => {
    const left = (open.get(person) ?? 1) - 1;
    if (left > 0) open.set(person, left);
    else open.delete(person);
  };
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { viewer, address } = args.contextValue as GraphQLContext;
      const person = viewer?.id ?? address;
      const count = open.get(person) ?? 0;
      if (count >= perPerson) {
        setResultAndStopExecution({ errors: [tooMany(perPerson)] });
        return;
      }
      open.set(person, count + 1);
      return {
        onSubscribeError: () => leave(person),
        onSubscribeResult({ result, setResult }) {
          if (isAsyncIterable(result)) setResult(withLife(result, lifeMs, () => leave(person)));
          else leave(person);
        },
      };
    },
  };
}

function tooMany(perPerson: number): GraphQLError {
  return new GraphQLError(`You follow ${perPerson} things at once already. Close a page that follows one, or poll instead.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', http: { status: 429, headers: { 'retry-after': '10' } } },
  });
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** The same items, for so long at most; `onEnd` once, however it ends. */
function withLife<Item>(source: AsyncIterable<Item>, lifeMs: number, onEnd: () => void): AsyncIterableIterator<Item> {
  const iterator = source[Symbol.asyncIterator]();
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined };
  let isOver = false;
  let expire = (_result: IteratorResult<Item>): void => undefined;
  const expired = new Promise<IteratorResult<Item>>((resolve) => (expire = resolve));
  const timer = setTimeout(() => expire(done), lifeMs);
  timer.unref();
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    expire(done);
    onEnd();
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (isOver) return done;
      try {
        const result = await Promise.race([iterator.next(), expired]);
        if (result.done) {
          end();
          // Its own waiting step may never come; it is told, and not waited for.
          void iterator.return?.();
        }
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      await iterator.return?.();
      return done;
    },
  };
}
