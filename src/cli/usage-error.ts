import { AppError } from '#errors';

/** The command was written wrongly: the program says how it should be and ends with 2. */
export class UsageError extends AppError {}
