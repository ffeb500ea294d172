import { useTranslation } from 'react-i18next';
import { Notice } from '../components/ui/notice';
import type { ActionNotice } from './action-notice';

/** What an action did, in the person's words, with the server's own sentence behind a problem. */
export function ActionResult({ notice }: { notice?: ActionNotice }) {
  const { t } = useTranslation();
  if (notice === undefined) return null;
  return (
    <div className="mb-4">
      <Notice tone={notice.tone} title={t(`notices.${notice.key}`)}>
        {notice.then ? t(`notices.${notice.then}`) : notice.detail}
      </Notice>
    </div>
  );
}
