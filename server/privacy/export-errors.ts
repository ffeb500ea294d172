import { DomainError } from '../domain-error';
import { exportsPerDay } from './data-export';

/** The person has made as many archives today as one can. */
export class TooManyExportsError extends DomainError {
  constructor(readonly nextExportAt: Date) {
    super(
      `You have made ${exportsPerDay} archives within 24 hours, which is as many as one can. Ask again after ${nextExportAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    );
  }
}

/** There is no file any more, or not yet. */
export class ArchiveNotReadyError extends DomainError {
  constructor() {
    super('This archive cannot be downloaded: it is not ready yet, was downloaded, or has expired. Make a new one.');
  }
}
