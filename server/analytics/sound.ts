/** How TikTok names the sound of a video that nobody else made, in the languages its app is used in most. */
const originalSound =
  /^(?:original sound|son original|sonido original|som original|suono originale|originalton|original-?ton|oorspronkelijk geluid|dźwięk oryginalny|оригинальный звук|suara asli|nhạc nền|เสียงต้นฉบับ|الصوت الأصلي|orijinal ses|オリジナル楽曲|오리지널 사운드|原聲|原声)(?=\s|$|-)/iu;

/** Whose sound a video has: the creator's own, or one made by somebody else. */
export type Sound = 'OWN' | 'BORROWED';

/**
 * Tells by the name of the sound: TikTok calls it "original sound - who made it" in the language of its maker. Null where no name
 * is known. An original sound of another account is borrowed.
 * @param owner names under which the account is known
 */
export function soundOf(musicName: string | null, owner: { username: string | null; displayName: string }): Sound | null {
  if (musicName === null) return null;
  const name = fold(musicName);
  if (!originalSound.test(name)) return 'BORROWED';
  const maker = fold(name.replace(originalSound, '').replace(/^\s*-\s*/, ''));
  const isOwn = maker === '' || maker === fold(owner.displayName) || (owner.username !== null && maker === fold(owner.username));
  return isOwn ? 'OWN' : 'BORROWED';
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
