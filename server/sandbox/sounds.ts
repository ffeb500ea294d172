import type { CreatorProfile } from './creator-profile';
import { Random } from './random';

const originalShare = 0.6;
const titles = [
  'Slow Tide',
  'Papier calque',
  'Morning Kettle',
  'Rue des Tilleuls',
  'Second Wind',
  'Lumière oblique',
  'Paper Planes at Noon',
  'Pluie fine',
] as const;
const artists = ['The Quiet Lathe', 'Nina Sable', 'Orchestre du Palier', 'Low Ceiling', 'Marée Basse'] as const;

/** The sound under a video: the creator's own most of the time, else one of a few invented tracks. */
export function soundFor(profile: CreatorProfile, index: number): string {
  const random = new Random(profile.seed, index, 61);
  if (random.next() < originalShare) {
    return `${profile.languages[0] === 'fr' ? 'son original' : 'original sound'} - ${profile.displayName}`;
  }
  return `${random.pick(titles)} - ${random.pick(artists)}`;
}
