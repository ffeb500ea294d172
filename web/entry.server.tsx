import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { detectLanguage, i18nextFor } from './i18n/i18next.server';
import { isLanguage } from './i18n/languages';
import { NonceContext } from './shell/nonce';
import { withoutZeroBytes } from './shell/without-zero-bytes.server';
import './load-context';

export const streamTimeout = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
): Promise<Response> {
  const root = remix.staticHandlerContext.loaderData['root'] as { locale?: unknown } | undefined;
  const i18next = await i18nextFor(isLanguage(root?.locale) ? root.locale : await detectLanguage(request));
  const waitForAll = isbot(request.headers.get('user-agent'));

  return new Promise((resolve, reject) => {
    let isShellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <I18nextProvider i18n={i18next}>
          <RemixServer context={remix} url={request.url} nonce={cspNonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [waitForAll ? 'onAllReady' : 'onShellReady']() {
          isShellSent = true;
          const body = withoutZeroBytes();
          body.once('close', () => clearTimeout(deadline));
          headers.set('content-type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500;
          if (isShellSent) reportLateFailure(error, requestId);
        },
      },
    );
    // Taken back once the page is out: it holds all that the page was rendered from.
    const deadline = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** A part of the page that failed after its beginning was sent: too late for an error page, so only the log tells. */
function reportLateFailure(error: unknown, requestId: string): void {
  const reason = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${JSON.stringify({ level: 50, requestId, reason, msg: 'A page failed while it was being sent' })}\n`);
}
