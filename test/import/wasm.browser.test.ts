import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import {
  createBook,
  dataProfile,
  importFiles,
  prepareDatabase,
  removeSource,
  setWorkspaceZone,
  type InputFile,
} from '#import';

function csv(name: string, ...lines: string[]): InputFile {
  const blob = new Blob([`${lines.join('\n')}\n`]);
  return { name, size: blob.size, blob };
}

test('the browser’s engine, which has no icu and no json, loads calls, tickets and a mixture like the native one', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  await prepareDatabase(engine);
  const report = await importFiles(
    engine,
    [
      csv(
        'ligacoes.csv',
        'ID da ligação;Atendente;Data;Hora;Motivo;Atendida;Resolvido;Tempo de espera;Tempo de conversa;Nota',
        'A1;Diane;01.01.2021;0.38333333333333;Contrato;Sim;Sim;109;12:02:23 AM;3',
        'A2;Joe;13.01.2021;0.88333333333333;Contrato;Não;Não;;;',
      ),
      csv(
        'tickets.csv',
        'Id,Requester,Requester email,Tags,Status,Via,Created at,Updated at,Initially assigned at,Solved at,Satisfaction Score,First reply time in minutes,Area [list]',
        '7,Ana,ana@example.com,"a, b",Closed,Mail,2025-03-01T09:00:00+03:00,2025-03-05 09:00,2025-03-01 09:10,2025-03-02 09:00,Good,30,Billing',
        '7,Ana,ana@example.com,"a, b",Closed,Mail,2025-03-01T09:00:00+03:00,2025-03-05 09:00,2025-03-01 09:10,2025-03-02 09:00,Good,30,Billing',
      ),
      csv(
        'chamados.csv',
        'ID;Status;Data de abertura;Tempo de espera;Valor',
        '1;Aberto;22 de abril de 2015 14:05;6 horas 54 minutos;1.234,56',
      ),
    ],
    { timeZone: 'America/Sao_Paulo' },
  );
  expect(
    report.sources.map(({ vendor, rowsLoaded, rowsDuplicate }) => ({ vendor, rowsLoaded, rowsDuplicate })),
  ).toEqual([
    { vendor: 'calls', rowsLoaded: 2, rowsDuplicate: 0 },
    { vendor: 'zendesk', rowsLoaded: 2, rowsDuplicate: 1 },
    { vendor: 'generic', rowsLoaded: 1, rowsDuplicate: 0 },
  ]);
  const text = async (sql: string) => {
    const { columns } = await engine.query(sql);
    return columns.map((column) => String(column.at(0)));
  };
  const facts = `select strftime(started_at, '%Y-%m-%d %H:%M') || ' ' || wait_seconds || ' ' || talk_seconds from calls where outcome = 'answered'`;
  expect(await text(facts)).toEqual(['2021-01-01 09:12 109 143']);
  expect(
    await text(
      `select strftime(created_at_utc, '%H:%M') || ' ' || first_response_seconds || ' ' || len(tags) from tickets where ticket_id = '7'`,
    ),
  ).toEqual(['06:00 1800 2']);
  expect(
    await text(
      `select strftime(created_at, '%Y-%m-%d %H:%M') || ' ' || wait_seconds from tickets where ticket_id = '1'`,
    ),
  ).toEqual(['2015-04-22 14:05 24840']);
  await createBook(engine, 'book_1', { channel: ['phone'] });
  const scoped = await dataProfile(engine, 'book_1');
  expect([scoped['tickets']?.rows, scoped['contacts']?.rows]).toEqual([2, 2]);
  await setWorkspaceZone(engine, 'UTC');
  expect(await text(`select strftime(started_at, '%H:%M') from calls where outcome = 'answered'`)).toEqual([
    '12:12',
  ]);
  for (const { sourceId } of report.sources) await removeSource(engine, sourceId);
  expect((await dataProfile(engine))['tickets']?.rows).toBe(0);
  await engine.close();
});
