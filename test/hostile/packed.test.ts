import { hostileSuite } from './suite.ts';

hostileSuite(['xlsx/', 'archive/', 'columns/', 'name/', 'cut/']);
