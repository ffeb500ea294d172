import { builder, ErrorInterface } from '../graphql/builder';
import { InvalidInputError } from '../users/errors';
import { retention } from '../privacy/retention';
import { RetentionRef } from '../privacy/retention-schema';
import { policyVersion } from '../users/policy';
import { NotADemonstrationError } from './errors';
import { getPassingTime, startLettingDaysPass, type TimeSpan } from './let-days-pass';
import type { SandboxClock } from './sandbox-clock';

declare module '../graphql/context' {
  interface Dependencies {
    /** Null outside a demonstration. */
    sandboxClock: SandboxClock | null;
    /** Name of the model that words recommendations; null: statistics alone. */
    languageModelName: string | null;
  }
}

builder.objectType(NotADemonstrationError, {
  name: 'NotADemonstrationError',
  description: 'Only a demonstration can let days pass.',
  interfaces: [ErrorInterface],
});

const PassingTimeRef = builder.objectRef<TimeSpan>('PassingTime').implement({
  description: 'Days that a demonstration lets pass, reading by reading.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Where it began.' }),
    until: t.expose('until', { type: 'DateTime', description: 'Where it ends.' }),
    now: t.field({ type: 'DateTime', description: 'How far it is.', resolve: (_span, _args, { deps }) => deps.clock.now() }),
  }),
});

const InstanceRef = builder.objectRef<object>('Instance').implement({
  description: 'This installation; open to strangers.',
  fields: (t) => ({
    isDemonstration: t.boolean({
      description: 'Whether the data comes from the sandbox instead of TikTok.',
      resolve: (_root, _args, { deps }) => deps.sandboxClock !== null,
    }),
    now: t.field({
      type: 'DateTime',
      description: 'The time the data lives in: in a demonstration, the sandbox’s clock.',
      resolve: (_root, _args, { deps }) => deps.clock.now(),
    }),
    passingTime: t.field({
      type: PassingTimeRef,
      nullable: true,
      description: 'The days being let pass; null while time runs at its own pace.',
      resolve: (_root, _args, { deps }) => getPassingTime(deps.jobs),
    }),
    policyVersion: t.string({
      description: 'Version of the privacy policy that a consent must name.',
      resolve: () => policyVersion,
    }),
    retention: t.field({
      type: RetentionRef,
      description: 'How long what is kept here.',
      resolve: () => retention,
    }),
    languageModel: t.string({
      nullable: true,
      description: 'The model that words recommendations; null: statistics speak alone.',
      resolve: (_root, _args, { deps }) => deps.languageModelName,
    }),
  }),
});

builder.queryField('instance', (t) => t.field({ type: InstanceRef, description: 'This installation.', resolve: () => ({}) }));

const LetDaysPassSuccess = builder.objectRef<{ passingTime: TimeSpan }>('LetDaysPassSuccess').implement({
  description: 'Days are passing; follow `instance.passingTime`.',
  fields: (t) => ({
    passingTime: t.field({ type: PassingTimeRef, description: 'From when to when.', resolve: ({ passingTime }) => passingTime }),
  }),
});

const LetDaysPassInput = builder.inputType('LetDaysPassInput', {
  description: 'How many days.',
  fields: (t) => ({ days: t.int({ required: true, description: '1 to 90.' }) }),
});

builder.mutationField('letDaysPass', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: LetDaysPassSuccess,
    description:
      'In a demonstration: lets days pass in the sandbox and takes every reading that the cadence asks for on the way.',
    errors: { types: [NotADemonstrationError, InvalidInputError] },
    args: { input: t.arg({ type: LetDaysPassInput, required: true, description: 'How many days.' }) },
    resolve: async (_root, { input }, { deps }) => ({ passingTime: await startLettingDaysPass(input.days, deps) }),
  }),
);
