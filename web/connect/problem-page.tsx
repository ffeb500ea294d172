import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { PageHeader } from '../components/ui/page-header';
import { Notice } from '../components/ui/notice';
import type { Texts } from '../i18n/fr';
import { useRootData } from '../shell/use-shell';
import { urls } from '../urls';

type Problem = keyof Texts['connect']['problems'];

const problems: Problem[] = [
  'AuthorizationCancelledError',
  'AuthorizationStateError',
  'AuthorizationCodeRejectedError',
  'MissingScopeError',
  'ConnectionOwnedBySomeoneElseError',
  'ErasureUnderWayError',
  'TikTokRefusedError',
  'TikTokUnreachableError',
  'RateLimited',
];

/** Where a failed connection ends: what happened, what was (not) stored, what to do. */
export function ProblemPage({ code, missingScopes }: { code: string; missingScopes: string[] }) {
  const { t } = useTranslation();
  const root = useRootData();
  const problem = problems.find((known) => known === code) ?? 'unknown';
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('connect.problemTitle')} />
      <Notice tone={problem === 'AuthorizationCancelledError' ? 'info' : 'bad'} title={t(`connect.problems.${problem}.title`)}>
        <p>{t(`connect.problems.${problem}.body`)}</p>
        {missingScopes.length > 0 && (
          <>
            <p className="mt-2">{t('connect.missingScopes')}</p>
            <ul className="list-disc pl-5">
              {missingScopes.map((scope) => (
                <li key={scope}>
                  <code>{scope}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={urls.connect()}>{t('connect.retry')}</ButtonLink>
        <ButtonLink variant="secondary" to={root?.shell.viewer ? urls.dashboard() : urls.landing}>
          {t('errors.home')}
        </ButtonLink>
      </div>
      {problem === 'unknown' && code !== '' && <p className="mt-6 text-sm text-muted">{t('connect.detail', { code })}</p>}
    </div>
  );
}
