import { builder } from '../graphql/builder';
import { pageComplexity, resolvePage } from '../graphql/page';
import type { Session } from '../db/generated/client/client';
import type { Viewer } from '../graphql/context';
import { nameBrowser } from './browser-name';
import { NotFoundError, NotSignedInError } from './errors';
import { countSessions, listSessions } from './queries';
import { revokeOtherSessions, revokeSession } from './revoke-sessions';
import { ViewerRef } from './schema';

const SessionRef = builder.prismaNode('Session', {
  description:
    'A browser, or a program, in which the person is signed in; 30 days without a request end it, and a year in any case.',
  nullable: true,
  id: { field: 'id', description: 'Global id: opaque, stable, accepted by `node`. It signs nobody in.' },
  findUnique: (id, { viewer }) => ({ id, userId: viewer?.id ?? '' }),
  fields: (t) => ({
    browserName: t.string({
      nullable: true,
      description: 'Name of the browser or program, by what it says of itself; null where it says nothing.',
      resolve: ({ userAgent }) => nameBrowser(userAgent).program,
    }),
    systemName: t.string({
      nullable: true,
      description: 'The system it runs on, by what it says of itself, such as Windows or iPhone; null where that cannot be told.',
      resolve: ({ userAgent }) => nameBrowser(userAgent).system,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was signed in, in the system’s time.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: 'When it last asked for something, to five minutes, in the system’s time.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it ends unless it asks for something before, in the system’s time.',
    }),
    isCurrent: t.boolean({
      description: 'Whether this very request comes from it.',
      resolve: ({ id }, _args, { viewer }) => id === viewer?.sessionId,
    }),
  }),
});

builder.objectField(ViewerRef, 'sessions', (t) =>
  t.connection({
    type: SessionRef,
    description: 'Where the person is signed in, the last sign-in first.',
    complexity: pageComplexity,
    resolve: ({ id }, args, { deps }) => {
      const now = deps.systemNow();
      return resolvePage<Session>({
        args,
        cursorOf: (row) => row.id,
        list: (page) => listSessions(deps.db, id, now, page),
        totalCount: () => countSessions(deps.db, id, now),
      });
    },
  }),
);

const whoIsLeft = 'The person, with the sessions that are left.';

const RevokeSessionSuccess = builder.objectRef<{ viewer: Viewer; isSignedOut: boolean }>('RevokeSessionSuccess').implement({
  description: 'The session has ended: its next request is a stranger’s.',
  fields: (t) => ({
    viewer: t.field({ type: ViewerRef, description: whoIsLeft, resolve: ({ viewer }) => viewer }),
    isSignedOut: t.exposeBoolean('isSignedOut', { description: 'Whether it was the one that this request came from.' }),
  }),
});

builder.mutationField('revokeSession', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: RevokeSessionSuccess,
    description: 'Signs the person out in one browser; in this one it is the same as `signOut`.',
    errors: { types: [NotFoundError] },
    args: {
      input: t.arg({
        required: true,
        description: 'Which session.',
        type: builder.inputType('RevokeSessionInput', {
          description: 'Which session.',
          fields: (field) => ({
            sessionId: field.globalID({ required: true, for: [SessionRef], description: 'The session to end.' }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input }, { viewer, browser, deps }) => {
      await revokeSession({ sessionId: input.sessionId.id, userId: viewer.id }, deps);
      const isSignedOut = input.sessionId.id === viewer.sessionId;
      if (isSignedOut) await browser.signOut();
      return { viewer, isSignedOut };
    },
  }),
);

const RevokeOtherSessionsSuccess = builder
  .objectRef<{ viewer: Viewer; revokedCount: number }>('RevokeOtherSessionsSuccess')
  .implement({
    description: 'The person is signed in nowhere else.',
    fields: (t) => ({
      viewer: t.field({ type: ViewerRef, description: whoIsLeft, resolve: ({ viewer }) => viewer }),
      revokedCount: t.exposeInt('revokedCount', { description: 'How many sessions were ended.' }),
    }),
  });

builder.mutationField('revokeOtherSessions', (t) =>
  t.field({
    type: RevokeOtherSessionsSuccess,
    description: 'Signs the person out everywhere but here.',
    errors: { types: [NotSignedInError] },
    resolve: async (_root, _args, { viewer, deps }) => {
      if (!viewer) throw new NotSignedInError();
      const revokedCount = await revokeOtherSessions({ keptSessionId: viewer.sessionId, userId: viewer.id }, deps);
      return { viewer, revokedCount };
    },
  }),
);
