import { AppError } from '#errors';

/** There is nothing to read: an export that has not come yet, not a command that was written wrongly. */
export class NoDataError extends AppError {}
