import { casesOf, type Fault, faultNames, type Operation } from './fault-table';
import { connectAgain, type FaultWorld, type Person, type Side } from './fault-world';
import { tryModel } from './try-model';
import { type Case, passTime, tryConnecting, tryPictures, tryRevoking, trySounds, trySync } from './try-operation';

export type Outcomes = ReadonlyMap<Operation, ReadonlyMap<Fault, object>>;

const newPerson = ({ test }: Side, creator: string): Person => ({
  creator,
  openId: '',
  browser: test.browser(),
  connectionId: '',
});

/** A person for each fault, and one with the same account on the server that is never disturbed. */
async function makeCases(world: FaultWorld, offset: number): Promise<Map<Fault, Case>> {
  const cases = new Map<Fault, Case>();
  for (const [index, fault] of faultNames.entries()) {
    const creator = `newcomer-${String(index + 1 + offset).padStart(2, '0')}`;
    const [person, twin] = [newPerson(world.disturbed, creator), newPerson(world.undisturbed, creator)];
    await connectAgain(world.undisturbed, twin);
    const newest = 'SELECT tiktokUserId FROM TikTokConnection ORDER BY rowid DESC LIMIT 1';
    person.openId = twin.openId = world.undisturbed.test.db.sqlite.prepare<[], string>(newest).pluck().get()!;
    cases.set(fault, { fault, person, twin });
  }
  return cases;
}

/** The operations one after the other; within each, all faults at once. */
export async function tryAll(world: FaultWorld, onTried: (operation: Operation) => void = () => undefined): Promise<Outcomes> {
  const outcomes = new Map<Operation, ReadonlyMap<Fault, object>>();
  const note = (operation: Operation, tried: ReadonlyMap<Fault, object>) => {
    outcomes.set(operation, tried);
    onTried(operation);
  };
  const onlyConnecting = await makeCases(world, faultNames.length);
  const cases = await makeCases(world, 0);
  const of = (operation: Operation, from = cases) => casesOf(operation).map(({ fault }) => from.get(fault)!);

  note('exchange', await tryConnecting(world, 'exchange', of('exchange', onlyConnecting)));
  note('profileAtConnect', await tryConnecting(world, 'profileAtConnect', of('profileAtConnect')));
  for (const { person } of cases.values()) if (person.connectionId === '') await connectAgain(world.disturbed, person);
  note('profile', await trySync(world, 'profile', of('profile')));
  passTime(world, 'all');
  note('list', await trySync(world, 'list', of('list')));
  passTime(world, 'oldest');
  note('query', await trySync(world, 'query', of('query')));
  passTime(world, 'all');
  note('oembed', await trySounds(world, of('oembed'), [...cases.values()]));
  note('cover', await tryPictures(world, 'cover', of('cover')));
  note('avatar', await tryPictures(world, 'avatar', of('avatar')));
  passTime(world, 'all');
  note('refresh', await trySync(world, 'refresh', of('refresh')));
  note('revoke', await tryRevoking(world, of('revoke')));
  outcomes.set(
    'model',
    await tryModel(
      world,
      casesOf('model').map(({ fault }) => fault),
    ),
  );
  return outcomes;
}
