import { useTranslation } from 'react-i18next';
import type { Texts } from '../i18n/fr';
import { useFormat } from '../shell/use-shell';

/** The age of a horizon as people say it: 24 h, 48 h, 7 days. */
export function useAge(): (ageHours: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (ageHours) => {
    const key = String(ageHours) as keyof Texts['scoreboard']['ages'];
    return t(`scoreboard.ages.${key}`, { defaultValue: format.age(ageHours) });
  };
}
