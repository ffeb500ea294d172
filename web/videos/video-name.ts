/** What a video is called: its title, else the start of its caption, else the text for neither. */
export function videoName(
  { title, description }: { title: string | null; description: string | null },
  untitled: string,
): string {
  const text = (title ?? '').trim() || (description ?? '').trim();
  return text === '' ? untitled : text;
}

/** The same for a window's title: at most 70 characters; undefined where there is neither. */
export function windowName(video: { title: string | null; description: string | null }): string | undefined {
  const name = videoName(video, '');
  return name === '' ? undefined : [...name].slice(0, 70).join('');
}
