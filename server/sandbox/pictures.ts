import { encodePng } from './png';
import { hashText, Random } from './random';

type Colour = readonly [red: number, green: number, blue: number];

/** Hue in turns, saturation and lightness 0–1. */
function colour(hue: number, saturation: number, lightness: number): Colour {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue * 12) % 12;
    return 255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

interface Disc {
  x: number;
  y: number;
  radius: number;
  colour: Colour;
  opacity: number;
}

function draw(width: number, height: number, top: Colour, bottom: Colour, discs: readonly Disc[]): Buffer {
  const pixels = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const along = (0.75 * y) / height + (0.25 * x) / width;
      for (let channel = 0; channel < 3; channel++) pixels[at++] = top[channel]! + (bottom[channel]! - top[channel]!) * along;
    }
  }
  for (const disc of discs) paint(pixels, width, height, disc);
  return encodePng(width, height, Uint8Array.from(pixels));
}

/** Row by row between the two edges of the disc; the last pixel of an edge is mixed, so that edges look smooth. */
function paint(pixels: Float32Array, width: number, height: number, disc: Disc): void {
  const lastRow = Math.min(height - 1, Math.floor(disc.y + disc.radius));
  for (let y = Math.max(0, Math.ceil(disc.y - disc.radius)); y <= lastRow; y++) {
    const half = Math.sqrt(disc.radius ** 2 - (y - disc.y) ** 2);
    const last = Math.min(width - 1, Math.ceil(disc.x + half));
    for (let x = Math.max(0, Math.floor(disc.x - half)); x <= last; x++) {
      const cover = disc.opacity * Math.max(0, Math.min(1, half - Math.abs(x - disc.x)));
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++)
        pixels[at + channel]! += (disc.colour[channel]! - pixels[at + channel]!) * cover;
    }
  }
}

const coverSize = { width: 144, height: 256 };

/** A video's cover: a gradient in the creator's colours with a few discs, always the same for the same id. */
export function coverPicture(videoId: string, creatorSeed: number): Buffer {
  const { width, height } = coverSize;
  const creatorHue = new Random(creatorSeed, 81).next();
  const random = new Random(hashText(videoId), 82);
  const hue = (creatorHue + 0.22 * (random.next() - 0.5) + 1) % 1;
  const discs = Array.from({ length: 3 + random.integer(3) }, () => ({
    x: random.next() * width,
    y: random.next() * height,
    radius: width * (0.12 + 0.4 * random.next()),
    colour: colour((hue + 0.5 * random.next()) % 1, 0.7, 0.45 + 0.35 * random.next()),
    opacity: 0.35 + 0.45 * random.next(),
  }));
  return draw(width, height, colour(hue, 0.6, 0.62), colour((hue + 0.12) % 1, 0.65, 0.3), discs);
}

/** A creator's picture: a head and shoulders in two colours. @param size pixels of one side */
export function avatarPicture(creatorSeed: number, size: number): Buffer {
  const random = new Random(creatorSeed, 81);
  const hue = random.next();
  const figure = colour((hue + 0.35 + 0.3 * random.next()) % 1, 0.65, 0.82);
  return draw(size, size, colour(hue, 0.6, 0.5), colour((hue + 0.1) % 1, 0.65, 0.32), [
    {
      x: size * (0.2 + 0.6 * random.next()),
      y: size * 0.15,
      radius: size * 0.45,
      colour: colour((hue + 0.08) % 1, 0.7, 0.6),
      opacity: 0.5,
    },
    { x: size / 2, y: size * 0.42, radius: size * (0.16 + 0.04 * random.next()), colour: figure, opacity: 1 },
    { x: size / 2, y: size * 1.02, radius: size * (0.34 + 0.06 * random.next()), colour: figure, opacity: 1 },
  ]);
}
