import type { Source } from './source.ts';
import { callSheet } from './calls/source.ts';
import { canonical } from './canonical/source.ts';
import { freshdesk } from './freshdesk/source.ts';
import { generic } from './generic/source.ts';
import { jivochat } from './jivochat/source.ts';
import { zendesk } from './zendesk/source.ts';

/** Every source, the more particular first; `generic` takes what no other knows. */
export const sources: readonly Source[] = [canonical, zendesk, freshdesk, jivochat, callSheet, generic];

export { generic };
export { certain, type Recognition, type Source } from './source.ts';
