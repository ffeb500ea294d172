import { TikTokConnectionRef } from '../connections/schema';
import { ErasurePhase, ErasureReason } from '../db/generated/client/enums';
import { builder, ErrorInterface } from '../graphql/builder';
import { InvalidInputError, NotFoundError } from '../users/errors';
import { ViewerRef } from '../users/schema';
import { eraseAccount, eraseMyData, previewErasure } from './erase-data';
import { type Erasure, receiptRows } from './erasure';
import { findErasure } from './erasure-queries';
import { OnlyAccountError } from './errors';
import { dayMs, retention } from './retention';

builder.objectType(OnlyAccountError, {
  name: 'OnlyAccountError',
  description: 'The only account goes with everything else of the person.',
  interfaces: [ErrorInterface],
});

const ReasonEnum = builder.enumType('ErasureReason', {
  description: 'Why data was erased.',
  values: {
    [ErasureReason.REQUESTED]: { value: ErasureReason.REQUESTED, description: 'A person asked for everything of theirs.' },
    [ErasureReason.ACCOUNT_REQUESTED]: {
      value: ErasureReason.ACCOUNT_REQUESTED,
      description: 'A person asked for one of their accounts.',
    },
    [ErasureReason.REMOVED_AT_TIKTOK]: {
      value: ErasureReason.REMOVED_AT_TIKTOK,
      description: 'TikTok says that the account was deleted, or its owner’s age changed.',
    },
    [ErasureReason.GRACE_OVER]: {
      value: ErasureReason.GRACE_OVER,
      description: 'The authorization was removed at TikTok, and the time to connect again went by.',
    },
  },
});

const PhaseEnum = builder.enumType('ErasurePhase', {
  description: 'How far an erasure is. One that was interrupted goes on from there.',
  values: {
    [ErasurePhase.REVOKING]: { value: ErasurePhase.REVOKING, description: 'TikTok is asked to end the authorizations.' },
    [ErasurePhase.DELETING]: { value: ErasurePhase.DELETING, description: 'Rows are being deleted.' },
    [ErasurePhase.FORGETTING_FILES]: { value: ErasurePhase.FORGETTING_FILES, description: 'Files are being deleted.' },
    [ErasurePhase.CLEANING]: {
      value: ErasurePhase.CLEANING,
      description: 'The database file is written anew, so that no copy of a deleted row is left in it.',
    },
    [ErasurePhase.DONE]: { value: ErasurePhase.DONE, description: 'Nothing is left.' },
  },
});

interface ErasedTable {
  table: string;
  before: number;
  /** Absent where nothing is erased yet. */
  after?: number | null;
}

const ErasedTableRef = builder.objectRef<ErasedTable>('ErasedTable').implement({
  description: 'Rows of one table before and after an erasure.',
  fields: (t) => ({
    table: t.exposeString('table', { description: 'What the rows are, such as `Video` or `VideoSnapshot`.' }),
    rowCountBefore: t.exposeInt('before', { description: 'Rows before, counted by query.' }),
    rowCountAfter: t.int({
      nullable: true,
      description: 'Rows after, counted by query; null until they were counted.',
      resolve: ({ after }) => after ?? null,
    }),
  }),
});

const ReceiptRef = builder.objectRef<Erasure>('ErasureReceipt').implement({
  description: 'What an erasure did. It says how much went and not whose it was, and can be read by whoever knows its id.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Random; it leads to nobody.' }),
    reason: t.expose('reason', { type: ReasonEnum, description: 'Why.' }),
    phase: t.expose('phase', { type: PhaseEnum, description: 'How far it is.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it began, in the system’s time.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it was done; null before.' }),
    keptUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When this receipt itself is deleted; null before the erasure is done.',
      resolve: ({ finishedAt }) => finishedAt && new Date(finishedAt.getTime() + retention.receiptDays * dayMs),
    }),
    tables: t.field({
      type: [ErasedTableRef],
      description: 'Table by table; one that never held anything of it is left out.',
      resolve: (erasure) => receiptRows(erasure),
    }),
    deletedFileCount: t.exposeInt('fileCountBefore', { description: 'Files deleted so far: pictures and archives.' }),
    remainingFileCount: t.exposeInt('fileCountAfter', {
      nullable: true,
      description: 'Files found when they were looked for once more; null until then.',
    }),
    revokedCount: t.exposeInt('revokedCount', { description: 'Authorizations that TikTok confirmed as ended.' }),
    alreadyEndedCount: t.exposeInt('alreadyEndedCount', { description: 'Authorizations that had ended before.' }),
    unconfirmedCount: t.exposeInt('unconfirmedCount', {
      description:
        'Authorizations that TikTok did not answer about: their keys are deleted here; remove them in TikTok’s settings, too.',
    }),
  }),
});

builder.queryField('erasureReceipt', (t) =>
  t.field({
    type: ReceiptRef,
    nullable: true,
    description: 'The receipt of an erasure, under way or done. Open to whoever knows its id; null when there is none.',
    args: { receipt: t.arg.string({ required: true, description: 'The receipt’s id.' }) },
    resolve: (_root, { receipt }, { deps }) => findErasure(deps.db, receipt),
  }),
);

builder.objectField(ViewerRef, 'erasurePreview', (t) =>
  t.field({
    type: [ErasedTableRef],
    nullable: true,
    description: 'What an erasure would delete at present, table by table; null where there is no such account of yours.',
    complexity: 20,
    args: {
      connectionId: t.arg.globalID({
        for: [TikTokConnectionRef],
        description: 'Only this account of yours; everything of yours when left out.',
      }),
    },
    resolve: ({ id }, { connectionId }, { deps }) => previewErasure({ userId: id, connectionId: connectionId?.id ?? null }, deps),
  }),
);

builder.objectField(TikTokConnectionRef, 'willBeErasedAt', (t) =>
  t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'The authorization was removed at TikTok: everything of the account is erased then, unless it is connected again before. Null while nothing of the kind is planned.',
    resolve: ({ eraseAfter }) => eraseAfter,
  }),
);

const EraseSuccess = builder.objectRef<{ receipt: Erasure }>('EraseMyDataSuccess').implement({
  description: 'Nothing is read any more and you are signed out everywhere; the rest goes on in the background.',
  fields: (t) => ({
    receipt: t.field({
      type: ReceiptRef,
      description: 'Keep its id: it tells how far the erasure is, and afterwards what it did.',
      resolve: ({ receipt }) => receipt,
    }),
  }),
});

const confirmation = 'Must be true: what is erased does not come back.';

builder.mutationField('eraseMyData', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: EraseSuccess,
    description:
      'Erases everything of the signed-in person: stops every use, signs out everywhere, revokes at TikTok, deletes every row and file.',
    errors: { types: [InvalidInputError] },
    args: {
      input: t.arg({
        required: true,
        description: 'The confirmation.',
        type: builder.inputType('EraseMyDataInput', {
          description: 'The confirmation.',
          fields: (field) => ({ isConfirmed: field.boolean({ required: true, description: confirmation }) }),
        }),
      }),
    },
    resolve: async (_root, { input }, { viewer, browser, deps }) => {
      const receipt = await eraseMyData({ userId: viewer.id, ...input }, deps);
      await browser.signOut();
      return { receipt };
    },
  }),
);

const EraseAccountSuccess = builder.objectRef<{ receipt: Erasure }>('EraseTikTokConnectionSuccess').implement({
  description: 'The account is not read or shown any more; the rest goes on in the background.',
  fields: (t) => ({
    receipt: t.field({ type: ReceiptRef, description: 'How far it is.', resolve: ({ receipt }) => receipt }),
  }),
});

builder.mutationField('eraseTikTokConnection', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: EraseAccountSuccess,
    description:
      'Erases everything of one TikTok account, where the person has others: revokes at TikTok, deletes every row and file.',
    errors: { types: [InvalidInputError, NotFoundError, OnlyAccountError] },
    args: {
      input: t.arg({
        required: true,
        description: 'Which account, and the confirmation.',
        type: builder.inputType('EraseTikTokConnectionInput', {
          description: 'Which account, and the confirmation.',
          fields: (field) => ({
            connectionId: field.globalID({ required: true, for: [TikTokConnectionRef], description: 'The account.' }),
            isConfirmed: field.boolean({ required: true, description: confirmation }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input: { connectionId, isConfirmed } }, { viewer, deps }) => ({
      receipt: await eraseAccount({ userId: viewer.id, connectionId: connectionId.id, isConfirmed }, deps),
    }),
  }),
);
