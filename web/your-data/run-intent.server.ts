import type { ActionFunctionArgs } from '@remix-run/node';
import {
  ExportMyDataDocument,
  type ExportMyDataMutation,
  type ExportMyDataMutationVariables,
  MakeDownloadLinkDocument,
  type MakeDownloadLinkMutation,
  type MakeDownloadLinkMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

type Answer = { headers: Headers } & ({ notice: ActionNotice } | { downloadUrl: string });

/** Asks for an archive, or for the address of the one that is ready. */
export async function runDataIntent(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<Answer> {
  const form = await args.request.formData();
  switch (form.get('intent')) {
    case 'export': {
      const { data, headers } = await runMutation<ExportMyDataMutation, ExportMyDataMutationVariables>(
        args,
        ExportMyDataDocument,
        {},
      );
      return { notice: noticeFor(data.exportMyData, 'exportStarted'), headers };
    }
    case 'download': {
      const { data, headers } = await runMutation<MakeDownloadLinkMutation, MakeDownloadLinkMutationVariables>(
        args,
        MakeDownloadLinkDocument,
        { input: { dataExportId: String(form.get('dataExportId') ?? '') } },
      );
      const result = data.makeDownloadLink;
      if (result.__typename === 'MakeDownloadLinkSuccess') return { downloadUrl: result.url, headers };
      return { notice: noticeFor(result, 'exportStarted'), headers };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
