import { describe, expect, test } from 'vitest';
import { freeName, nameOf, placeOf, titleOf, toFileName, toPath } from '../../src/lib/workspace/path.ts';

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

  test('the title is read from the front matter alone', () => {
    expect(titleOf('---\ndeskbook: 1\ntitle: "Why?"\n---\ntitle: no\n')).toBe('Why?');
    expect(titleOf('---\r\ntitle: Por quê\r\n---\r\n')).toBe('Por quê');
    expect(titleOf('title: no\n')).toBeNull();
  });
});
