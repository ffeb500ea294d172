import { ConsentPurpose, Locale, Role } from '../db/generated/client/enums';
import type { Viewer } from '../graphql/context';
import { builder, ErrorInterface } from '../graphql/builder';
import { consentStates, type ConsentState } from './consent';
import { InvalidInputError, NotFoundError, NotSignedInError } from './errors';
import { listConsents, listStandingConsents, requireUser } from './queries';
import { updateSettings } from './update-settings';

export const LocaleEnum = builder.enumType('Locale', {
  description: 'A language that Crealia speaks.',
  values: {
    [Locale.FR]: { value: Locale.FR, description: 'French.' },
    [Locale.EN]: { value: Locale.EN, description: 'English.' },
  },
});
export const ConsentPurposeEnum = builder.enumType('ConsentPurpose', {
  description: 'What a person can agree to.',
  values: {
    [ConsentPurpose.ACCOUNT_ANALYTICS]: {
      value: ConsentPurpose.ACCOUNT_ANALYTICS,
      description:
        'Read the account’s profile, counters and public videos from TikTok, keep their history and compute advice from it.',
    },
    [ConsentPurpose.RESEARCH]: {
      value: ConsentPurpose.RESEARCH,
      description:
        'Voluntary: let hashtags and dates of the own public videos count in the rising hashtags that everybody here sees, never alone and without a name.',
    },
  },
});
const RoleEnum = builder.enumType('Role', {
  description: 'What a person may do here.',
  values: {
    [Role.CREATOR]: { value: Role.CREATOR, description: 'Sees and manages what is theirs.' },
    [Role.ANALYST]: { value: Role.ANALYST, description: 'Reads what consented to research.' },
    [Role.OPERATOR]: { value: Role.OPERATOR, description: 'Runs the installation.' },
  },
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'A value cannot be used.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ field: t.exposeString('field', { description: 'The input field that is wrong.' }) }),
});
builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'It is not there, or not yours.',
  interfaces: [ErrorInterface],
});
builder.objectType(NotSignedInError, {
  name: 'NotSignedInError',
  description: 'Nobody is signed in.',
  interfaces: [ErrorInterface],
});

export const UserRef = builder.prismaNode('User', {
  description: 'A person with an account here.',
  nullable: true,
  id: { field: 'id', description: 'Global id: opaque, stable, accepted by `node`.' },
  findUnique: (id, { viewer }) => ({ id: viewer?.id === id ? id : '' }),
  fields: (t) => ({
    displayName: t.exposeString('displayName', { description: 'Name of the first TikTok account the person connected.' }),
    locale: t.expose('locale', { type: LocaleEnum, description: 'Language of the pages and of the advice.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA time zone in which days and hours are counted.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What the person may do here.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person first connected.' }),
  }),
});

export const ConsentRef = builder.prismaNode('Consent', {
  description: 'What a person agreed to, when, and to which version of the privacy policy.',
  nullable: true,
  id: { field: 'id', description: 'Global id: opaque, stable, accepted by `node`.' },
  findUnique: (id, { viewer }) => ({ id, userId: viewer?.id ?? '' }),
  fields: (t) => ({
    purpose: t.expose('purpose', { type: ConsentPurposeEnum, description: 'What was agreed to.' }),
    policyVersion: t.exposeString('policyVersion', { description: 'Version of the privacy policy at that time.' }),
    givenAt: t.expose('givenAt', { type: 'DateTime', description: 'When it was given.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn; null while it stands.',
    }),
  }),
});

const ConsentStateRef = builder.objectRef<ConsentState>('ConsentState').implement({
  description: 'How a purpose stands for the person at present.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: ConsentPurposeEnum, description: 'What can be agreed to.' }),
    isRequired: t.exposeBoolean('isRequired', { description: 'Whether nothing is read from TikTok without it.' }),
    isGiven: t.exposeBoolean('isGiven', {
      description: 'Whether it was given and not withdrawn, to whatever version of the policy.',
    }),
    isCurrent: t.exposeBoolean('isCurrent', {
      description: 'Whether it was given to the current version of the policy; if not, the person is asked again.',
    }),
  }),
});

export const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The signed-in person and what is theirs.',
  fields: (t) => ({
    user: t.field({
      type: UserRef,
      description: 'The person.',
      resolve: ({ id }, _args, { deps }) => requireUser(deps.db, id),
    }),
    consents: t.field({
      type: [ConsentRef],
      description: 'What the person agreed to, newest first: one for each purpose and version of the policy.',
      resolve: ({ id }, _args, { deps }) => listConsents(deps.db, id),
    }),
    consentStates: t.field({
      type: [ConsentStateRef],
      description: 'How each purpose stands at present, by the consents on record.',
      resolve: async ({ id }, _args, { deps }) => consentStates(await listStandingConsents(deps.db, id)),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: 'The signed-in person; null when nobody is signed in.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);

const UpdateSettingsSuccess = builder.objectRef<{ userId: string }>('UpdateSettingsSuccess').implement({
  description: 'The settings were saved.',
  fields: (t) => ({
    user: t.field({
      type: UserRef,
      description: 'The person as saved.',
      resolve: ({ userId }, _args, { deps }) => requireUser(deps.db, userId),
    }),
  }),
});

builder.mutationField('updateSettings', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: UpdateSettingsSuccess,
    description: 'Changes the person’s language and time zone; what is left out stays.',
    errors: { types: [InvalidInputError] },
    args: {
      input: t.arg({
        required: true,
        description: 'What to change.',
        type: builder.inputType('UpdateSettingsInput', {
          description: 'What to change; what is left out stays.',
          fields: (field) => ({
            locale: field.field({ type: LocaleEnum, description: 'Language of the pages and of new advice.' }),
            timeZone: field.string({ description: 'IANA time zone, such as Europe/Paris.' }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input }, { viewer, deps }) => {
      await updateSettings({ userId: viewer.id, ...input }, deps);
      return { userId: viewer.id };
    },
  }),
);

const SignOutSuccess = builder.objectRef<{ isSignedOut: boolean }>('SignOutSuccess').implement({
  description: 'The session of this browser has ended.',
  fields: (t) => ({ isSignedOut: t.exposeBoolean('isSignedOut', { description: 'Always true.' }) }),
});

builder.mutationField('signOut', (t) =>
  t.field({
    type: SignOutSuccess,
    description: 'Ends the session of this browser. The TikTok connections stay.',
    errors: { types: [NotSignedInError] },
    resolve: async (_root, _args, { viewer, browser }) => {
      if (!viewer) throw new NotSignedInError();
      await browser.signOut();
      return { isSignedOut: true };
    },
  }),
);
