export { createArchive, zipFiles, type Archive, type Part } from './archive.ts';
