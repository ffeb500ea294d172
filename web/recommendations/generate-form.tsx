import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';

/** Starts a preparation; the page's own action answers it. */
export function GenerateForm({
  connectionId,
  isGenerating,
  variant = 'primary',
}: {
  connectionId: string;
  isGenerating: boolean;
  variant?: 'primary' | 'secondary';
}) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="connectionId" value={connectionId} />
      <Button
        name="intent"
        value="generate"
        variant={variant}
        disabled={isGenerating || navigation.formData?.get('intent') === 'generate'}
      >
        {t('recommendations.generate')}
      </Button>
    </Form>
  );
}
