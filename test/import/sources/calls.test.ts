import { expect, test } from 'vitest';
import { csv, imported } from '../files.ts';
import { workbookBytes } from '../readers/xlsx/workbook-file.ts';

test('sheets of calls that arrive summed by day keep what their averages rest on', async () => {
  const { report, rows } = await imported([
    csv(
      'central.csv',
      'Data;Fila;Chamadas recebidas;Chamadas atendidas;Chamadas abandonadas;Tempo médio de espera;Tempo médio de atendimento;Nível de serviço',
      '13/03/2025;Vendas;100;90;10;00:00:20;00:04:00;85%',
      '14/03/2025;Vendas;50;50;0;5;210;100%',
      'Total;;150;140;10;;;',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'calls', rowsRead: 3, rowsRejected: 0 });
  expect(
    await rows(
      'select grain_id, from_at, to_at, team, metric, unit, value, weight_metric, weight from period_facts order by metric, from_at',
    ),
  ).toEqual(
    [
      ['13', '14', 'calls_abandoned', 'count', 10, null, null],
      ['14', '15', 'calls_abandoned', 'count', 0, null, null],
      ['13', '14', 'calls_accepted', 'count', 90, null, null],
      ['14', '15', 'calls_accepted', 'count', 50, null, null],
      ['13', '14', 'calls_offered', 'count', 100, null, null],
      ['14', '15', 'calls_offered', 'count', 50, null, null],
      ['13', '14', 'handle_time', 'seconds', 240, 'calls_accepted', 90],
      ['14', '15', 'handle_time', 'seconds', 210, 'calls_accepted', 50],
      ['13', '14', 'service_level', 'percent', 0.85, 'calls_offered', 100],
      ['14', '15', 'service_level', 'percent', 1, 'calls_offered', 50],
      ['13', '14', 'wait_time', 'seconds', 20, 'calls_accepted', 90],
      ['14', '15', 'wait_time', 'seconds', 5, 'calls_accepted', 50],
    ].map(([from, to, metric, unit, value, weight_metric, weight]) => ({
      grain_id: 'calls by day and team',
      from_at: `2025-03-${String(from)} 00:00:00`,
      to_at: `2025-03-${String(to)} 00:00:00`,
      team: 'Vendas',
      metric,
      unit,
      value,
      weight_metric,
      weight,
    })),
  );
});

test('Spanish headers of a sheet of calls say the same as English ones', async () => {
  const { report, rows } = await imported([
    csv(
      'llamadas.csv',
      'ID de llamada,Agente,Fecha,Hora,Motivo,Contestada,Resuelto,Tiempo de espera,Tiempo de conversación,Calificación',
      'A1,Diana,13/01/2021,9:12,Contrato,Si,Si,109,0:02:23,3',
      'A2,Jose,14/01/2021,21:12,Contrato,No,No,0,0:00:00,0',
    ),
  ]);
  expect(report.sources[0]?.vendor).toBe('calls');
  expect(
    await rows(
      'select call_id, started_at, wait_seconds, talk_seconds, outcome, agent_id from calls order by call_id',
    ),
  ).toEqual([
    {
      call_id: 'A1',
      started_at: '2021-01-13 09:12:00',
      wait_seconds: 109,
      talk_seconds: 143,
      outcome: 'answered',
      agent_id: 'Diana',
    },
    {
      call_id: 'A2',
      started_at: '2021-01-14 21:12:00',
      wait_seconds: null,
      talk_seconds: null,
      outcome: 'abandoned',
      agent_id: 'Jose',
    },
  ]);
});

test('a sheet that repeats the calls of another is left out, whatever was filled into it', async () => {
  const names = [
    'Call Id',
    'Agent',
    'Call Date',
    'Answered (Y/N)',
    'Speed of answer in seconds',
    'AvgTalkDuration',
  ];
  const ids = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'];
  const rows = (wait: number) => ids.map((id) => [id, 'Ana', '2025-03-13 10:00:00', 'N', wait, '0:00:00']);
  const blob = new Blob([
    workbookBytes({ sheets: { Data: [names, ...rows(0)], Clean: [names, ...rows(68)] } }),
  ]);
  const { report, rows: ask } = await imported([{ name: 'calls.xlsx', size: blob.size, blob }]);
  expect(report.sources.map(({ vendor, rowsRead }) => [vendor, rowsRead])).toEqual([['calls', 6]]);
  expect(report.leftOut).toEqual([
    {
      file: 'calls.xlsx',
      sheet: 'Clean',
      rows: 6,
      why: [{ code: 'import.why.sameRows', params: { sheet: 'Data' } }],
    },
  ]);
  expect(await ask('select count(*) as n, count(wait_seconds) as waits from calls')).toEqual([
    { n: 6, waits: 0 },
  ]);
});

test('a percentage without its sign is one all the same; a fraction stays what it is', async () => {
  const share = async (first: string, second: string) => {
    const { rows } = await imported([
      csv(
        'central.csv',
        'Data;Chamadas recebidas;Chamadas atendidas;Tempo médio de espera;Nível de serviço',
        `13/03/2025;100;90;00:00:20;${first}`,
        `14/03/2025;50;50;5;${second}`,
      ),
    ]);
    const found = await rows(
      `select value from period_facts where metric = 'service_level' order by from_at`,
    );
    return found.map(({ value }) => value);
  };
  expect([await share('85', '100'), await share('0,85', '1'), await share('85%', '100%')]).toEqual([
    [0.85, 1],
    [0.85, 1],
    [0.85, 1],
  ]);
});
