import type { Translation } from '../translation.ts';
import type { cliEn } from '../en/cli.ts';

export const cliPtBR: Translation<typeof cliEn> = {};
