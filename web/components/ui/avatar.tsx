/** The account's picture, or its initial where there is none. Decoration: the name stands beside it. */
export function Avatar({ url, name }: { url: string | null; name: string }) {
  if (url === null) {
    return (
      <span
        aria-hidden="true"
        className="flex size-12 shrink-0 items-center justify-center rounded-full bg-accent-soft font-bold text-accent-strong"
      >
        {[...name][0]?.toUpperCase()}
      </span>
    );
  }
  return <img src={url} alt="" width={48} height={48} className="size-12 shrink-0 rounded-full bg-sunken object-cover" />;
}
