/** The database file cannot be used as it is; the message is for the operator. */
export class DatabaseUnusableError extends Error {}
