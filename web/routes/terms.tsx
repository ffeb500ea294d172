import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { LegalPage } from '../legal/legal-page';
import { termsEn } from '../legal/terms-en';
import { termsFr } from '../legal/terms-fr';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { useRootData } from '../shell/use-shell';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'terms');

export default function TermsRoute() {
  const { t } = useTranslation();
  const root = useRootData();
  const text = root?.locale === 'en' ? termsEn : termsFr;
  return <LegalPage title={t('pages.terms.title')} text={text} />;
}

export { RouteError as ErrorBoundary };
