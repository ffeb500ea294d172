import type { Request, RequestHandler } from 'express';
import type { Logger } from '../logger';
import { refuse } from './refuse';
import { loggedPath } from './request-log';
import { isFromElsewhere } from './same-origin';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

interface GuardOptions {
  publicUrl: string;
  limits: { urlLength: number; answerMs: number };
  logger: Logger;
}

/** What every request passes first, whatever it asks for: its method, its address, where it comes from, and the time it may take. */
export function requestGuards({ publicUrl, limits, logger }: GuardOptions): RequestHandler[] {
  return [
    guardMethod,
    guardAddress(limits.urlLength),
    (request, response, next) => {
      if (!isFromElsewhere(request, publicUrl)) return next();
      refuse(request, response, {
        status: 403,
        code: 'CROSS_ORIGIN',
        message: 'This was sent from another site. Open Crealia itself and do it there.',
      });
    },
    answerInTime(limits.answerMs, logger),
  ];
}

const guardMethod: RequestHandler = (request, response, next) => {
  if (!methods.includes(request.method)) {
    const message = `There is nothing here for ${request.method}. Use GET or POST.`;
    return refuse(request, response, {
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      message,
      headers: { allow: methods.join(', ') },
    });
  }
  // Preflights too: without a word of CORS the browser sends nothing on.
  if (request.method === 'OPTIONS') return void response.set('allow', methods.join(', ')).status(204).end();
  next();
};

function guardAddress(longest: number): RequestHandler {
  return (request, response, next) => {
    if (request.originalUrl.length > longest) {
      const message = `This address is over ${longest} characters long. Send what you ask in the body of a POST.`;
      return refuse(request, response, { status: 414, code: 'URI_TOO_LONG', message });
    }
    if (!isReadable(request)) {
      const message = 'This address or its host cannot be read. Check it for stray characters.';
      return refuse(request, response, { status: 400, code: 'BAD_ADDRESS', message });
    }
    next();
  };
}

function isReadable({ originalUrl, path, headers: { host } }: Request): boolean {
  if (!originalUrl.startsWith('/') || !/^[\w.[\]:-]+$/.test(host ?? '')) return false;
  try {
    decodeURIComponent(path);
    return URL.canParse(`http://${host}${originalUrl}`);
  } catch {
    // A percent sign that stands for no character.
    return false;
  }
}

/** Says 503 when an answer has not begun in time; what comes after it is thrown away. Streams have begun, and are left alone. */
function answerInTime(withinMs: number, logger: Logger): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      response.locals.isOverdue = true;
      logger.warn(
        { requestId: response.locals.requestId as string, path: loggedPath(request.path) },
        'A request took too long and was refused',
      );
      const message = `This took over ${Math.round(withinMs / 1000)} seconds, so it was given up. Try again, or ask for less at a time.`;
      refuse(request, response, {
        status: 503,
        code: 'TOO_SLOW',
        message,
        headers: { 'retry-after': '10', connection: 'close' },
      });
    }, withinMs);
    timer.unref();
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
