import { ButtonLink } from './button';

/** Forward and back through a list; a direction that leads nowhere is not offered. */
export function Paging({
  label,
  previous,
  next,
  previousText,
  nextText,
}: {
  label: string;
  previous: string | null;
  next: string | null;
  previousText: string;
  nextText: string;
}) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label={label} className="mt-6 flex justify-between gap-4">
      {previous === null ? (
        <span />
      ) : (
        <ButtonLink variant="secondary" to={previous} rel="prev">
          <span aria-hidden="true">←</span> {previousText}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink variant="secondary" to={next} rel="next">
          {nextText} <span aria-hidden="true">→</span>
        </ButtonLink>
      )}
    </nav>
  );
}
