import type { Request } from 'express';

/** The token of `Authorization: Bearer …`, null without one. */
export function readBearer(request: Request): string | null {
  return /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;
}
