import { useTranslation } from 'react-i18next';
import type { RecommendationCardFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

type Content = RecommendationCardFragment['content'];

/** The structured part, by type: steps of an idea, beats of a script, hashtags, hours, lengths. */
export function RecommendationContent({ content }: { content: Content }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (content.__typename) {
    case 'ContentIdea':
      return (
        <div className="mt-3 space-y-2 text-sm">
          <p>{content.angle}</p>
          <Quote label={t('recommendations.hook')}>{content.hook}</Quote>
          <Steps label={t('recommendations.steps')} steps={content.steps} />
        </div>
      );
    case 'Script':
      return (
        <div className="mt-3 space-y-2 text-sm">
          <Quote label={t('recommendations.hook')}>{content.hook}</Quote>
          <Steps label={t('recommendations.beats')} steps={content.beats} />
          <Quote label={t('recommendations.callToAction')}>{content.callToAction}</Quote>
          {content.durationSeconds !== null && (
            <p className="text-muted">{t('recommendations.length', { duration: format.duration(content.durationSeconds) })}</p>
          )}
        </div>
      );
    case 'HashtagSet':
      return (
        <ul className="mt-3 flex flex-wrap gap-2 text-sm">
          {content.hashtags.map((hashtag) => (
            <li key={hashtag} className="rounded-full bg-sunken px-3 py-1 font-medium">
              {hashtag.startsWith('#') ? hashtag : `#${hashtag}`}
            </li>
          ))}
        </ul>
      );
    case 'PostingTime':
      return <PostingTime time={content} />;
    case 'VideoFormat':
      return <VideoFormat label={content.label} minimum={content.minimumSeconds} maximum={content.maximumSeconds} />;
  }
}

function PostingTime({ time }: { time: Extract<Content, { __typename: 'PostingTime' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { weekday, hourFrom, hourUntil, timeZone, minimumGapHours: minimum, maximumGapHours: maximum } = time;
  const isGap = minimum !== null || maximum !== null;
  const text = isGap
    ? t(maximum === null ? 'recommendations.gapAtLeast' : 'recommendations.gapBetween', {
        minimum: format.integer(minimum ?? 0),
        maximum: format.integer(maximum),
      })
    : t('recommendations.posting', {
        day: weekday === null ? t('recommendations.anyDay') : format.weekday(weekday),
        from: format.hour(hourFrom),
        until: format.hour(hourUntil),
        timeZone,
      });
  return <p className="mt-3 text-sm font-medium">{text}</p>;
}

function VideoFormat({ label, minimum, maximum }: { label: string; minimum: number | null; maximum: number | null }) {
  const { t } = useTranslation();
  const key =
    minimum !== null && maximum !== null ? 'between' : minimum !== null ? 'atLeast' : maximum !== null ? 'atMost' : null;
  return (
    <p className="mt-3 text-sm font-medium">
      {label}
      {key && (
        <span className="font-normal text-muted"> · {t(`recommendations.seconds.${key}`, { min: minimum, max: maximum })}</span>
      )}
    </p>
  );
}

function Quote({ label, children }: { label: string; children: string }) {
  return (
    <p>
      <span className="block text-xs font-medium text-muted">{label}</span>
      <q className="block border-l-2 border-accent pl-3 [quotes:none]">{children}</q>
    </p>
  );
}

function Steps({ label, steps }: { label: string; steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <div>
      <p className="text-xs font-medium text-muted">{label}</p>
      <ol className="list-decimal space-y-1 pl-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
