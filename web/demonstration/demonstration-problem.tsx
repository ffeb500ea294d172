import { useTranslation } from 'react-i18next';
import { ActionResult } from '../shell/action-result';
import { ButtonLink } from '../components/ui/button';
import { PageHeader } from '../components/ui/page-header';
import type { ActionNotice } from '../shell/action-notice';
import { urls } from '../urls';

/** Only seen without JavaScript, when the days could not pass. */
export function DemonstrationProblem({ notice }: { notice?: ActionNotice }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('demonstration.label')} />
      <ActionResult notice={notice} />
      <ButtonLink variant="secondary" to={urls.dashboard()} className="mt-4">
        {t('errors.home')}
      </ButtonLink>
    </>
  );
}
