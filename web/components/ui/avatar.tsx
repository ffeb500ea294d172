import { useCallback, useState } from 'react';

/** The account's picture, or its initial where there is none. Decoration: the name stands beside it. */
export function Avatar({ url, name }: { url: string | null; name: string }) {
  const [isBroken, setIsBroken] = useState(false);
  const checkEarlyFailure = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0) setIsBroken(true);
  }, []);
  if (url === null || isBroken) {
    return (
      <span
        aria-hidden="true"
        className="flex size-12 shrink-0 items-center justify-center rounded-full bg-accent-soft font-bold text-accent-strong"
      >
        {[...name][0]?.toUpperCase()}
      </span>
    );
  }
  return (
    <img
      ref={checkEarlyFailure}
      src={url}
      alt=""
      width={48}
      height={48}
      onError={() => setIsBroken(true)}
      className="size-12 shrink-0 rounded-full bg-sunken object-cover"
    />
  );
}
