import { describe } from 'vitest';
import { memoryStorage } from '../../src/lib/workspace/storage/memory.ts';
import { storageContract } from './storage-contract.ts';

describe('notebooks in memory', () => storageContract(() => memoryStorage()));
