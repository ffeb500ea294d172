import DataLoader from 'dataloader';

const batches = new WeakMap<object, Map<string, DataLoader<string, unknown>>>();

/**
 * Gathers what the rows of one answer ask for, so that a page costs one statement however many rows it has. `name` stands for the
 * question with its arguments; `answer` gives one value for each key, in order. Nothing is kept beyond the batch.
 */
export function loadInBatch<Value>(
  context: object,
  name: string,
  key: string,
  answer: (keys: readonly string[]) => Value[],
): Promise<Value> {
  let known = batches.get(context);
  if (!known) batches.set(context, (known = new Map()));
  let loader = known.get(name);
  if (!loader) known.set(name, (loader = new DataLoader((keys) => Promise.resolve(answer(keys)), { cache: false })));
  // The same name always stands for the same question, so for the same type of answer.
  return loader.load(key) as Promise<Value>;
}
