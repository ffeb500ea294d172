import { useTranslation } from 'react-i18next';
import type { CriterionPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

/** What to do so that the next video follows, as the beginning of a sentence. */
export function useCriterionText(): (criterion: CriterionPartsFragment) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const inZone = (text: string, timeZone: string) =>
    timeZone === format.timeZone ? text : t('scoreboard.criterion.inZone', { text, timeZone });
  const bounded = (what: 'duration' | 'caption' | 'gap', minimum: number, maximum: number | null) => {
    const bounds = { min: format.integer(minimum), max: format.integer(maximum) };
    if (maximum === null) return t(`scoreboard.criterion.${what}From`, bounds);
    return t(minimum > 0 ? `scoreboard.criterion.${what}Between` : `scoreboard.criterion.${what}Under`, bounds);
  };
  return (criterion) => {
    switch (criterion.__typename) {
      case 'HoursCriterion': {
        const hours = { from: format.hour(criterion.hourFrom), until: format.hour(criterion.hourUntil) };
        const text =
          criterion.onWeekday === null
            ? t('scoreboard.criterion.hours', hours)
            : t('scoreboard.criterion.hoursOn', { ...hours, weekday: format.weekday(criterion.onWeekday) });
        return inZone(text, criterion.timeZone);
      }
      case 'WeekdayCriterion':
        return inZone(t('scoreboard.criterion.weekday', { weekday: format.weekday(criterion.weekday) }), criterion.timeZone);
      case 'HashtagCriterion':
        return t('scoreboard.criterion.hashtag', { hashtag: criterion.hashtag });
      case 'OpeningCriterion':
        return t('scoreboard.criterion.opening', { opening: criterion.opening });
      case 'DurationCriterion':
        return bounded('duration', criterion.minimumSeconds, criterion.maximumSeconds);
      case 'CaptionLengthCriterion':
        return bounded('caption', criterion.minimumCharacters, criterion.maximumCharacters);
      case 'SoundCriterion':
        return t(criterion.isOwn ? 'scoreboard.criterion.ownSound' : 'scoreboard.criterion.borrowedSound');
      case 'GapCriterion':
        return bounded('gap', criterion.minimumHours, criterion.maximumHours);
      case 'FormatCriterion':
        return t(`scoreboard.criterion.forms.${criterion.form}`);
    }
  };
}
