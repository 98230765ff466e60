import { createContext } from 'svelte';
import type { Workspace } from './Workspace.svelte.ts';

/** The workspace of this page: the root layout sets it, every component may ask for it. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();
