import { describe, expect, test } from 'vitest';
import { readHead } from '../../../../src/lib/import/readers/csv/head.ts';

function head(content: string) {
  const { delimiter, quote, place, width } = readHead(new TextEncoder().encode(content), true, {});
  return { delimiter, quote, ...place, width };
}

const named = { quote: '"', header: 0, dataStart: 1 };

describe('what the beginning of a file says', () => {
  test.each([
    ['comma', 'id,name,n\n1,Ana,2\n2,Rui,3\n', ','],
    ['semicolon with decimal commas', 'id;name;n\n1;Ana;2,5\n2;Rui;3,5\n', ';'],
    ['tab', 'id\tname, full\tn\n1\tAna, A\t2\n', '\t'],
    ['pipe', 'id|name|n\n1|Ana, x|2\n2|Rui|3\n', '|'],
    ['semicolon inside quoted commas', 'id,name,n\n1,"a;b;c;d",2\n2,"e;f",3\n', ','],
  ])('the delimiter: %s', (_name, content, delimiter) => {
    expect(head(content)).toEqual({ ...named, delimiter, width: 3 });
  });

  test('a line of words above the header is not the header', () => {
    const content =
      'Reporting period 2024-01-01 to 2024-01-31\n\nAgent,Conversations,Avg time\nAna,3,2 hours\n';
    expect(head(content)).toEqual({ delimiter: ',', quote: '"', header: 1, dataStart: 2, width: 3 });
  });

  test("a spreadsheet's own line about its separator is not the header", () => {
    const content = 'sep=;\r\nid;nota\r\n1;4,5\r\n2;3,5\r\n';
    expect(head(content)).toEqual({ delimiter: ';', quote: '"', header: 1, dataStart: 2, width: 2 });
  });

  test('title lines padded with delimiters are not the header', () => {
    const content = 'Tickets;;;\n;;;\nID;Status;Aberto;Nota\n1;Novo;2025-01-02;5\n2;Novo;2025-01-03;4\n';
    expect(head(content)).toEqual({ delimiter: ';', quote: '"', header: 1, dataStart: 2, width: 4 });
  });

  test('a first row like the ones below it is data', () => {
    const none = { delimiter: ',', quote: '"', header: null, dataStart: 0, width: 3 };
    expect(head('1,Ana,2025-01-02\n2,Rui,2025-01-03\n3,Eva,2025-01-04\n')).toEqual(none);
    expect(head('Ana,open,email\nRui,open,email\nEva,closed,email\n')).toEqual(none);
  });

  test('years are names where the cells below are no years', () => {
    expect(head('agent,2023,2024\nAna,5,6\nRui,7,8\n')).toEqual({ ...named, delimiter: ',', width: 3 });
  });

  test('a header that names fewer columns than rows have is one', () => {
    expect(head('a,b,c\n1,x,2,9,9\n2,y,3,8,8\n')).toEqual({ ...named, delimiter: ',', width: 5 });
  });

  test('single quotes quote where they make the rows even', () => {
    expect(head("id,text,n\n1,'a, b, c',2\n2,'d, e',3\n3,'f',4\n").quote).toBe("'");
  });

  test('a file that does not quote keeps its stray quotes', () => {
    expect(head('id\ttext\tn\n1\t"hello\t2\n2\tb\t3\n3\t"x" y\t4\n').quote).toBe('');
  });

  test('one column is a table too', () => {
    expect(head('ticket\n123\n124\n')).toEqual({ ...named, delimiter: ',', width: 1 });
  });
});
