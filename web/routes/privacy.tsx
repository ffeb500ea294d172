import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { LegalPage } from '../legal/legal-page';
import { privacyEn } from '../legal/privacy-en';
import { privacyFr } from '../legal/privacy-fr';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { useRootData } from '../shell/use-shell';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'privacy');

export default function PrivacyRoute() {
  const { t } = useTranslation();
  const root = useRootData();
  if (!root) return null;
  const { languageModel = null, retention } = root.shell.instance;
  const text = (root.locale === 'en' ? privacyEn : privacyFr)({ languageModel, retention });
  return <LegalPage title={t('pages.privacy.title')} text={text} />;
}

export { RouteError as ErrorBoundary };
