import { Annotation } from '@codemirror/state';

/** Marks changes that the document knows of, which must not go back to it. */
export const fromDocument = Annotation.define<boolean>();
