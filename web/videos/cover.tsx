import { useCallback, useState } from 'react';

/** A cover comes from this server, lazily; where there is none, or none any more, a quiet box stands in its place. */
export function Cover({ url, className }: { url: string | null; className: string }) {
  const [isBroken, setIsBroken] = useState(false);
  // An image may have failed before the page came to life, when nobody listened for it yet.
  const checkEarlyFailure = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0) setIsBroken(true);
  }, []);
  return (
    <span className={`relative block shrink-0 overflow-hidden rounded-lg bg-sunken ${className}`}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className="absolute inset-0 m-auto size-6 fill-line-strong">
        <path d="M8 5v14l11-7z" />
      </svg>
      {url !== null && !isBroken && (
        <img
          ref={checkEarlyFailure}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-cover"
          onError={() => setIsBroken(true)}
        />
      )}
    </span>
  );
}
