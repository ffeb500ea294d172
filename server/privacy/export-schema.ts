import { GraphQLError } from 'graphql';
import { builder, ErrorInterface } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { pageComplexity, resolvePage } from '../graphql/page';
import { NotFoundError } from '../users/errors';
import { ViewerRef } from '../users/schema';
import { RunErrorRef, RunStatusEnum } from '../videos/sync-schema';
import { type DataExport, exportsPerDay, isDownloadable, progressOf } from './data-export';
import { ArchiveNotReadyError, TooManyExportsError } from './export-errors';
import { followExport } from './export-progress';
import { countDataExports, findOwnDataExport, listDataExports } from './export-queries';
import { countKeptData, type KeptData } from './kept-data-queries';
import { makeDownloadLink } from './make-download-link';
import { startExport } from './start-export';

declare module '../graphql/context' {
  interface Dependencies {
    /** A new secret of 256 random bits, fit for an address. */
    makeToken: () => string;
  }
}

builder.objectType(TooManyExportsError, {
  name: 'TooManyExportsError',
  description: `More than ${exportsPerDay} archives within 24 hours.`,
  interfaces: [ErrorInterface],
  fields: (t) => ({
    nextExportAt: t.expose('nextExportAt', { type: 'DateTime', description: 'When the next one may be asked for.' }),
  }),
});
builder.objectType(ArchiveNotReadyError, {
  name: 'ArchiveNotReadyError',
  description: 'There is no file to download: not yet, or not any more.',
  interfaces: [ErrorInterface],
});

const DataExportRef = builder.objectRef<DataExport>('DataExport');

builder.node(DataExportRef, {
  description: 'One archive of everything that is kept of the person: a zip of NDJSON files and a manifest.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnDataExport(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    status: t.expose('status', { type: RunStatusEnum, description: 'How the making of it stands.' }),
    progress: t.float({
      description: 'Part of the rows that are written, 0 to 1; 1 only when the archive is whole.',
      resolve: (row) => progressOf(row),
    }),
    isDownloadable: t.boolean({
      description: 'Whether there is a file: made, not downloaded, not expired, not replaced by a newer one.',
      resolve: (row, _args, { deps }) => isDownloadable(row, deps.systemNow()),
    }),
    rowCount: t.exposeInt('totalRows', { description: 'Rows in it, of all tables together; 0 until they are counted.' }),
    sizeBytes: t.expose('sizeBytes', {
      type: 'SafeInt',
      nullable: true,
      description: 'Size of the file in bytes; null until it is there.',
    }),
    checksum: t.exposeString('checksum', { nullable: true, description: 'SHA-256 of the file, in hex; null until it is there.' }),
    error: t.field({
      type: RunErrorRef,
      nullable: true,
      description: 'Why it failed; null unless it did.',
      resolve: ({ errorMessage }) => (errorMessage === null ? null : { code: 'EXPORT_FAILED', message: errorMessage }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was made, or failed; null before.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the file is deleted, if it was not downloaded before; null until it is there.',
    }),
    downloadedAt: t.expose('downloadedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its last byte was handed over; the file is deleted then. Null before.',
    }),
  }),
});

builder.objectField(ViewerRef, 'dataExports', (t) =>
  t.connection({
    type: DataExportRef,
    description: 'The archives that the person asked for, newest first.',
    complexity: pageComplexity,
    resolve: ({ id }, args, { deps }) =>
      resolvePage<DataExport>({
        args,
        cursorOf: (row) => row.id,
        list: (page) => listDataExports(deps.db, id, page),
        totalCount: () => countDataExports(deps.db, id),
      }),
  }),
);

const KeptDataRef = builder.objectRef<KeptData>('KeptData').implement({
  description: 'What is kept of the person, in numbers.',
  fields: (t) => ({
    accountCount: t.exposeInt('accounts', { description: 'TikTok accounts, connected or not.' }),
    videoCount: t.exposeInt('videos', { description: 'Videos, with those that TikTok no longer returns.' }),
    videoReadingCount: t.exposeInt('videoReadings', { description: 'Readings of the counters of videos.' }),
    accountReadingCount: t.exposeInt('accountReadings', { description: 'Readings of the counters of accounts.' }),
    syncCount: t.exposeInt('syncs', { description: 'Times that TikTok was read, or was to be.' }),
    recommendationCount: t.exposeInt('recommendations', { description: 'Recommendations.' }),
    predictionCount: t.exposeInt('predictions', { description: 'Predictions made when a recommendation was applied.' }),
    experimentCount: t.exposeInt('experiments', { description: 'Experiments.' }),
    consentCount: t.exposeInt('consents', { description: 'Agreements, with those that were withdrawn.' }),
    sessionCount: t.exposeInt('sessions', { description: 'Signed-in browsers.' }),
  }),
});

builder.objectField(ViewerRef, 'keptData', (t) =>
  t.field({
    type: KeptDataRef,
    description: 'What is kept of the person, in numbers. All of it is in the archive that `exportMyData` makes.',
    resolve: ({ id }, _args, { deps }) => countKeptData(deps.db, id),
  }),
);

const ExportMyDataSuccess = builder.objectRef<{ dataExport: DataExport }>('ExportMyDataSuccess').implement({
  description: 'An archive is being made.',
  fields: (t) => ({
    dataExport: t.expose('dataExport', {
      type: DataExportRef,
      description: 'The archive, new or already being made; follow it with `dataExportProgress` or by polling `node`.',
    }),
  }),
});

builder.mutationField('exportMyData', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: ExportMyDataSuccess,
    description: `Starts making one archive of everything that is kept of the person, and returns at once. One at a time, ${exportsPerDay} within 24 hours; a new one takes the place of the one before. It can be downloaded once, within 24 hours.`,
    errors: { types: [TooManyExportsError] },
    resolve: async (_root, _args, { viewer, deps }) => ({ dataExport: await startExport({ userId: viewer.id }, deps) }),
  }),
);

const MakeDownloadLinkSuccess = builder.objectRef<{ url: string; dataExport: DataExport }>('MakeDownloadLinkSuccess').implement({
  description: 'The archive can be fetched.',
  fields: (t) => ({
    url: t.exposeString('url', {
      description:
        'Address on this server, for a browser in which the person is signed in. Good for one complete download, until `expiresAt` of the archive or until another link is made.',
    }),
    dataExport: t.expose('dataExport', { type: DataExportRef, description: 'The archive behind it.' }),
  }),
});

builder.mutationField('makeDownloadLink', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: MakeDownloadLinkSuccess,
    description: 'Makes the address under which an archive is downloaded once. A link made before opens nothing any more.',
    errors: { types: [NotFoundError, ArchiveNotReadyError] },
    args: {
      input: t.arg({
        required: true,
        description: 'Of which archive.',
        type: builder.inputType('MakeDownloadLinkInput', {
          description: 'Of which archive.',
          fields: (field) => ({
            dataExportId: field.globalID({ required: true, for: [DataExportRef], description: 'The archive.' }),
          }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) =>
      makeDownloadLink({ exportId: input.dataExportId.id, userId: viewer.id }, deps),
  }),
);

builder.subscriptionField('dataExportProgress', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: DataExportRef,
    description: 'The archive as it is now and each time it moves; ends when it is made or failed.',
    args: { runId: t.arg.globalID({ required: true, for: [DataExportRef], description: 'The archive to follow.' }) },
    subscribe: (_root, { runId }, context) => {
      const read = (): DataExport | null => findOwnDataExport(context.deps.db, runId.id, ownerIdOf(context));
      if (!read()) throw new GraphQLError('There is no such archive among yours.', { extensions: { code: 'NOT_FOUND' } });
      return followExport(context.deps.pubsub, runId.id, read);
    },
    resolve: (dataExport) => dataExport,
  }),
);
