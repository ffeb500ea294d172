import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { PageHeader } from '../components/ui/page-header';
import { urls } from '../urls';

export function NoConnection() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('dashboard.title')} />
      <Card title={t('dashboard.noConnectionTitle')} intro={t('dashboard.noConnectionBody')}>
        <ButtonLink to={urls.connect()}>{t('dashboard.connect')}</ButtonLink>
      </Card>
    </>
  );
}
