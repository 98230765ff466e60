import type { Translation } from '../translation.ts';
import type { galleryEn } from '../en/gallery.ts';

export const galleryPtBR: Translation<typeof galleryEn> = {};
