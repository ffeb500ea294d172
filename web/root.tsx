import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeLanguage } from 'remix-i18next/react';
import { ShellDocument, type ShellQuery, type ShellQueryVariables } from './graphql/generated';
import { runQuery } from './graphql/run-query.server';
import { detectLanguage, i18nextFor } from './i18n/i18next.server';
import { fallbackLanguage, type Language } from './i18n/languages';
import './load-context';
import { useNonce } from './shell/nonce';
import { pageTexts } from './shell/page-meta';
import { RouteError } from './shell/route-error';
import { Shell } from './shell/shell';
import './styles.css';

export const links: LinksFunction = () => [{ rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { data } = await runQuery<ShellQuery, ShellQueryVariables>({ request, context }, ShellDocument, {});
  const chosen = data.viewer?.user.locale;
  const locale: Language = chosen ? (chosen === 'EN' ? 'en' : 'fr') : await detectLanguage(request);
  const { t } = await i18nextFor(locale);
  return {
    locale,
    timeZone: data.viewer?.user.timeZone ?? 'UTC',
    requestId: context.requestId,
    pages: pageTexts(t),
    shell: data,
  };
}

export const meta: MetaFunction = () => [{ title: 'Crealia' }];

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const { i18n } = useTranslation();
  return (
    <html lang={data?.locale ?? i18n.language ?? fallbackLanguage}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body className="bg-page font-sans text-ink antialiased">
        <Shell>{children}</Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const data = useRouteLoaderData<typeof loader>('root');
  useChangeLanguage(data?.locale ?? fallbackLanguage);
  return <Outlet />;
}

export { RouteError as ErrorBoundary };
