/** What a video is called: its title, else the start of its caption, else the text for neither. */
export function videoName(
  { title, description }: { title: string | null; description: string | null },
  untitled: string,
): string {
  const text = (title ?? '').trim() || (description ?? '').trim();
  return text === '' ? untitled : text;
}
