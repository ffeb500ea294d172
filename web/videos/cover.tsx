/** A cover comes from this server, lazily; where there is none, or none any more, a quiet box stands in its place. */
export function Cover({ url, className }: { url: string | null; className: string }) {
  return (
    <span className={`relative block shrink-0 overflow-hidden rounded-lg bg-sunken ${className}`}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className="absolute inset-0 m-auto size-6 fill-line-strong">
        <path d="M8 5v14l11-7z" />
      </svg>
      {url !== null && (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-cover"
          onError={(event) => event.currentTarget.classList.add('invisible')}
        />
      )}
    </span>
  );
}
