export { fromFragment, LinkError, toFragment, type LinkedNotebook } from './link.ts';
export { examine, type Deed, type Examination } from './examination.ts';
export { digest } from './digest.ts';
export { pack, unpack } from './packed.ts';
