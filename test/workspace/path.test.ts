import { describe, expect, test } from 'vitest';
import {
  baseOf,
  folderOf,
  freeName,
  nameOf,
  placeOf,
  titleOf,
  toFileName,
  toFilePath,
  toFolder,
  toPath,
} from '../../src/lib/workspace/path.ts';

describe('names of notebooks', () => {
  test('a path says whose the notebook is', () => {
    expect([
      toPath('own', 'a.md'),
      placeOf('own/a.md'),
      nameOf('shipped/b.md'),
      placeOf('shipped/b.md'),
    ]).toEqual(['own/a.md', 'own', 'b.md', 'shipped']);
  });

  test('a free name counts up, and never takes one that differs in case alone', () => {
    expect(freeName('report.md', [])).toBe('report.md');
    expect(freeName('report.md', ['Report.md', 'report 2.md'])).toBe('report 3.md');
    expect(freeName('report 2.md', [])).toBe('report 2.md');
    expect(freeName('report 2.md', ['report 2.md'])).toBe('report 3.md');
  });

  test('what is typed becomes a name that every system can keep', () => {
    expect(toFileName('  Why did CSAT fall?  ')).toBe('Why did CSAT fall-.md');
    expect(toFileName('../../etc/passwd')).toBe('-..-etc-passwd.md');
    expect(toFileName('queda.MD')).toBe('queda.md');
    expect(toFileName(' .md ')).toBe('');
  });

  test('a name may have folders, none of which leads out of where it is', () => {
    expect([baseOf('a/b/c.md'), folderOf('a/b/c.md'), baseOf('c.md'), folderOf('c.md')]).toEqual([
      'c.md',
      'a/b/',
      'c.md',
      '',
    ]);
    expect(toFilePath('clients/ACME: 2026\\report')).toBe('clients/ACME- 2026/report.md');
    expect(toFilePath('../../etc/passwd')).toBe('etc/passwd.md');
    expect([toFilePath('clients/'), toFolder('/clients//new/')]).toEqual(['', 'clients/new/']);
  });

  test('the title is read from the front matter alone', () => {
    expect(titleOf('---\ndeskbook: 1\ntitle: "Why?"\n---\ntitle: no\n')).toBe('Why?');
    expect(titleOf('---\r\ntitle: Por quê\r\n---\r\n')).toBe('Por quê');
    expect(titleOf('title: no\n')).toBeNull();
  });
});
