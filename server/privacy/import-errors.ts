/** An archive cannot be imported as it is, or not here; the message is for the operator. Nothing was written. */
export class ArchiveRefusedError extends Error {}
