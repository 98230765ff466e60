export type { Manifest } from './bundle.ts';
export { loadBundle, openBundle, type Bundle } from './open.ts';
export { writeBundle, type BundleOptions } from './write.ts';
