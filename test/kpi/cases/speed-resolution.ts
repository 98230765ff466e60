import { from, type Case } from '../asked.ts';
import type { World } from '../world.ts';

/**
 * Offices open from nine to six, Monday to Friday. 2 was reopened twice: solved on Monday at ten, and for good on Wednesday at nine. 3 waited
 * from Friday five to Monday half past nine; the vendor rounds it up to a minute. 4 was merged, 5 closed without a solve, 6 solved
 * before it was opened, 7 is open, of 8 nothing is known, 9 was solved at once.
 */
const desk: World = {
  tickets: {
    columns:
      'ticket_id, status, reopens, created_at, first_solved_at, last_solved_at, closed_at, first_resolution_seconds, resolution_seconds, first_resolution_business_seconds, resolution_business_seconds, reported_first_resolution_seconds, reported_resolution_seconds, reported_first_resolution_business_seconds, reported_resolution_business_seconds',
    values: `('1', 'closed', 0, '2026-03-02 09:00', '2026-03-02 09:30', '2026-03-02 09:30', '2026-03-05', 1800, 1800, 1800, 1800, 1800, 1800, 1800, 1800),
      ('2', 'solved', 2, '2026-03-02 09:00', '2026-03-02 10:00', '2026-03-04 09:00', null, 3600, 172800, 3600, 64800, 3600, 172800, 3600, 64800),
      ('3', 'solved', 0, '2026-03-06 17:00', '2026-03-09 09:30', '2026-03-09 09:30', null, 232200, 232200, 5400, 5400, 232260, 232260, 5400, 5400),
      ('4', 'merged', null, '2026-03-02 09:00', null, null, null, null, null, null, null, null, null, null, null),
      ('5', 'closed', null, '2026-03-02 09:00', null, null, '2026-03-03', null, null, null, null, null, null, null, null),
      ('6', 'solved', null, '2026-03-05', '2026-03-04', '2026-03-04', null, null, null, null, null, null, null, null, null),
      ('7', 'open', null, '2026-03-02 09:00', null, null, null, null, null, null, null, null, null, null, null),
      ('8', null, null, null, null, null, null, null, null, null, null, null, null, null, null),
      ('9', 'solved', 0, '2026-03-03 10:00', '2026-03-03 10:00', '2026-03-03 10:00', null, 0, 0, 0, 0, null, null, null, null)`,
  },
};

const mean = (...seconds: readonly number[]) => seconds.reduce((sum, each) => sum + each, 0) / seconds.length;

const resolution: readonly Case[] = [
  {
    title: 'resolution_time: each definition, clock and source of one desk',
    world: desk,
    // The 90th percentile of four lies seven tenths of the way from the third to the fourth; of three, eight tenths from the second.
    answers: {
      resolution_time: [mean(0, 1800, 172800, 232200), 4],
      'resolution_time median': [mean(1800, 172800), 4],
      'resolution_time p90': [172800 + 0.7 * (232200 - 172800), 4],
      'resolution_time first': [mean(0, 1800, 3600, 232200), 4],
      'resolution_time first+median': [mean(1800, 3600), 4],
      'resolution_time first+p90': [3600 + 0.7 * (232200 - 3600), 4],
      'resolution_time business': [mean(0, 1800, 5400, 64800), 4],
      'resolution_time median+business': [mean(1800, 5400), 4],
      'resolution_time p90+business': [5400 + 0.7 * (64800 - 5400), 4],
      'resolution_time first+business': [mean(0, 1800, 3600, 5400), 4],
      'resolution_time first+median+business': [mean(1800, 3600), 4],
      'resolution_time first+p90+business': [3600 + 0.7 * (5400 - 3600), 4],
      'resolution_time reported': [mean(1800, 172800, 232260), 3],
      'resolution_time median+reported': [172800, 3],
      'resolution_time p90+reported': [172800 + 0.8 * (232260 - 172800), 3],
      'resolution_time first+reported': [mean(1800, 3600, 232260), 3],
      'resolution_time first+median+reported': [3600, 3],
      'resolution_time first+p90+reported': [3600 + 0.8 * (232260 - 3600), 3],
      'resolution_time business+reported': [mean(1800, 5400, 64800), 3],
      'resolution_time median+business+reported': [5400, 3],
      'resolution_time p90+business+reported': [5400 + 0.8 * (64800 - 5400), 3],
      'resolution_time first+business+reported': [mean(1800, 3600, 5400), 3],
      'resolution_time first+median+business+reported': [3600, 3],
      'resolution_time first+p90+business+reported': [3600 + 0.8 * (5400 - 3600), 3],
    },
  },
  {
    title: 'resolution_time: in the week of the solve that it is measured to',
    world: desk,
    period: from('2026-03-02', '2026-03-04'),
    // 2 had its first solve on the 2nd and its last on the 4th; 3 was solved on the 9th.
    answers: {
      resolution_time: [mean(0, 1800), 2],
      'resolution_time first': [mean(0, 1800, 3600), 3],
      'resolution_time business': [mean(0, 1800), 2],
      'resolution_time reported': [1800, 1],
      'resolution_time first+reported': [mean(1800, 3600), 2],
      'resolution_time first+business+reported': [mean(1800, 3600), 2],
    },
  },
  {
    title:
      'resolution_time: the vendor’s figure belongs to the vendor’s solve, and ours to the last one of the history',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, reported_solved_at, first_solved_at, last_solved_at, resolution_seconds, reported_resolution_seconds, reported_resolution_business_seconds',
        values: `('1', '2026-03-01', '2026-03-05', '2026-03-10', '2026-03-10', 9 * 86400, 4 * 86400, 2 * 32400)`,
      },
    },
    period: from('2026-03-05', '2026-03-06'),
    answers: {
      'resolution_time reported': [4 * 86400, 1],
      'resolution_time business+reported': [2 * 32400, 1],
      resolution_time: 'kpi.noData',
      'resolution_time reported rows': [
        `1, 2026-03-01 00:00:00, 2026-03-05 00:00:00, 2026-03-10 00:00:00, 2026-03-10 00:00:00, ${4 * 86400}, NULL, NULL, NULL, NULL, NULL, NULL`,
      ],
    },
  },
  {
    title:
      'resolution_time: a solve that the export does not date came when the time reported was over; business hours need a date',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, closed_at, reported_resolution_seconds, reported_first_resolution_seconds, reported_resolution_business_seconds, reported_first_resolution_business_seconds',
        values: `('1', '2026-02-27', null, 2 * 86400, 3600, 7200, 7200), ('2', '2026-02-27', '2026-03-02', 86400, 3 * 86400, 300, 60), ('3', null, null, 100, 100, 100, 100)`,
      },
    },
    period: from('2026-03-01', '2026-04-01'),
    // 1 was solved on the 1st, its first time on the 27th of February; 2 on the 28th of February, by its first time on the 2nd of March.
    answers: {
      'resolution_time reported': [2 * 86400, 1],
      'resolution_time first+reported': [3 * 86400, 1],
      'resolution_time business+reported': [300, 1],
      'resolution_time first+business+reported': [60, 1],
    },
  },
  {
    title:
      'resolution_time: an hour is not under an hour, eight are not over eight; beside them what was opened and is open still, or again',
    world: {
      tickets: {
        columns:
          'ticket_id, status, created_at, first_resolution_seconds, resolution_seconds, resolution_business_seconds, reported_resolution_seconds',
        values: `('1', 'solved', '2026-03-01', 3599, 3600, 28800, 28801), ('2', 'open', '2026-03-01', 3599, 3600, 28800, 28801), ('3', 'new', '2026-03-01', null, null, null, null), ('4', 'merged', '2026-03-01', null, null, null, null)`,
      },
    },
    // Value, spread, n, median, 90th percentile, under an hour, over eight, still open.
    answers: {
      'resolution_time headline': ['3600, 0, 2, 3600, 3600, 0, 0, 0.5'],
      'resolution_time first headline': ['3599, 0, 2, 3599, 3599, 1, 0, 0.5'],
      'resolution_time business headline': ['28800, 0, 2, 28800, 28800, 0, 0, 0.5'],
      'resolution_time reported headline': ['28801, 0, 2, 28801, 28801, 0, 1, 0.5'],
    },
  },
  {
    title:
      'resolution_time: on the night on which New York’s clocks go forward it is solved on its day by the wall',
    world: {
      tickets: {
        columns:
          'ticket_id, created_at, created_at_utc, last_solved_at, last_solved_at_utc, resolution_seconds',
        values: `('1', '2026-03-08 00:30', '2026-03-08 05:30', '2026-03-08 23:30', '2026-03-09 03:30', 22 * 3600), ('2', '2026-03-08 01:59', '2026-03-08 06:59', '2026-03-08 03:00', '2026-03-08 07:00', 60)`,
      },
    },
    period: from('2026-03-08', '2026-03-09'),
    answers: { resolution_time: [(22 * 3600 + 60) / 2, 2] },
  },
  {
    title: 'resolution_time and those like it: nothing is known of any duration, or there are no rows at all',
    world: { tickets: { columns: 'ticket_id', values: "('1')" } },
    answers: {
      resolution_time: 'kpi.needs.columns',
      'resolution_time business': 'kpi.needs.columns',
      'resolution_time reported': 'kpi.needs.columns',
      progress_time: 'kpi.needs.columns',
      requester_wait_time: 'kpi.needs.columns',
      'handle_time contact_to_solution': 'kpi.needs.columns',
      first_response_time: 'kpi.needs.columns',
      response_time: 'kpi.needs.table',
      call_handle_time: 'kpi.needs.table',
    },
  },
  {
    title: 'speed: no rows at all',
    world: {},
    answers: {
      first_response_time: 'kpi.needs.data',
      response_time: 'kpi.needs.data',
      resolution_time: 'kpi.needs.data',
      wait_time: 'kpi.needs.data',
      handle_time: 'kpi.needs.data',
      call_handle_time: 'kpi.needs.data',
      progress_time: 'kpi.needs.data',
      requester_wait_time: 'kpi.needs.data',
      service_level: 'kpi.needs.data',
      sla_attainment: 'kpi.needs.data',
    },
  },
];

const spent: World = {
  tickets: {
    columns:
      'ticket_id, status, closed_at, last_solved_at, in_progress_seconds, requester_wait_seconds, reported_in_progress_seconds, reported_requester_wait_seconds, reported_requester_wait_business_seconds',
    values: `('1', 'closed', '2026-03-01', '2026-02-28', 100, 1000, 110, 600, 60), ('2', 'solved', null, '2026-03-01', 300, 0, 310, 1200, 120), ('3', 'open', null, '2026-03-01', 999, 2000, 999, null, null), ('4', 'closed', '2026-03-01', null, null, null, null, null, null)`,
  },
};

const statuses: readonly Case[] = [
  {
    title:
      'progress_time: of solved and closed tickets that were in progress; requester_wait_time: of all that were solved, be they open again',
    world: spent,
    answers: {
      progress_time: [200, 2],
      'progress_time median': [200, 2],
      'progress_time p90': [100 + 0.9 * 200, 2],
      'progress_time reported': [210, 2],
      'progress_time median+reported': [210, 2],
      'progress_time p90+reported': [110 + 0.9 * 200, 2],
      requester_wait_time: [mean(0, 1000, 2000), 3],
      'requester_wait_time median': [1000, 3],
      'requester_wait_time p90': [1000 + 0.8 * 1000, 3],
      'requester_wait_time reported': [900, 2],
      'requester_wait_time median+reported': [900, 2],
      'requester_wait_time p90+reported': [600 + 0.9 * 600, 2],
      'requester_wait_time business+reported': [90, 2],
      'requester_wait_time median+business+reported': [90, 2],
      'requester_wait_time p90+business+reported': [60 + 0.9 * 60, 2],
      'requester_wait_time business': 'kpi.variant.onlyWith',
    },
  },
  {
    title:
      'progress_time: on the day of the closing, or else of the last solve; requester_wait_time: of the last solve',
    world: spent,
    period: from('2026-03-01', '2026-03-02'),
    answers: { progress_time: [200, 2], requester_wait_time: [mean(0, 2000), 2] },
  },
];

export const resolutionTimeCases: readonly Case[] = [...resolution, ...statuses];
