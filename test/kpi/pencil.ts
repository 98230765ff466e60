/** The headline of every KPI and of some variants on the shop, worked out by hand; both engines must agree with them. */
export const shopValues: Readonly<Record<string, number | null | string>> = {
  tickets_created: 6,
  'tickets_created without_noise': 5,
  // c1 has 1 and 2, c2 has 3 and 6, c3 has 5: five tickets of three customers.
  tickets_per_customer: 5 / 3,
  unresolved_tickets: 2,
  tickets_by_channel: 6,
  tickets_by_status: 6,
  first_response_time: (60 + 120 + 300 + 900) / 4,
  'first_response_time median': 210,
  'first_response_time p90': 720,
  resolution_time: 3800,
  'resolution_time median': 3600,
  wait_time: 25,
  'wait_time abandoned': 40,
  // 120 + 90 seconds of two calls about one ticket.
  handle_time: 210,
  'handle_time median': 105,
  // Waits of 20 and 30 s, one given up after 40 s: 1 ÷ 3, 1 ÷ 3, 2 ÷ 3, 1 ÷ 2. Tickets without calls have no known wait;
  // ticket 4 was merged and never attended. Ticket 6 has an agent, and so was attended after an unknown wait.
  service_level: 1 / 3,
  'service_level C': 2 / 3,
  'service_level D': 1 / 2,
  // Offered: three calls and tickets 1, 3, 6.
  abandonment_rate: 1 / 6,
  csat: 2 / 3,
  'csat percent_of_scale': 2 / 3,
  'csat mean_score': 11 / 3,
  'csat every_rating': 1 / 2,
  nps: 100,
  // Ana closed one, Bia two.
  closed_per_agent: 1.5,
  'closed_per_agent assignee': 1.5,
  case_list: null,
  // Calls k1 and k2, tickets 1, 3 and 6; all by people, but for an agent whose first reply nobody knows.
  contacts_handled: 5,
  // Besides, the abandoned call; the merged ticket was offered to nobody.
  'contacts_handled offered': 6,
  // Of 1, 2, 3, 5 and 6 only 2 is open and has no action; by replies none is.
  untouched_rate: 1 / 5,
  'untouched_rate reported': 0,
  // 30 days and 12 hours.
  backlog_age: (30 * 86400 + 43200) / 2,
  response_time: (60 + 120 + 300 + 60) / 4,
  'response_time later': 60,
  call_handle_time: (120 + 90) / 2,
  progress_time: (600 + 300) / 2,
  requester_wait_time: (3000 + 600 + 7000) / 3,
  // 1 in time, 3 late, 2 overdue.
  sla_attainment: 1 / 3,
  // 1, 3, 5, and 6 by its status.
  tickets_resolved: 4,
  reopen_rate: 1 / 4,
  'reopen_rate of_all': 1 / 5,
  'reopen_rate of_solved_now': 0,
  reopen_interval: 3600,
  // The solves of 1 and 3 are seven days old; only 1 was in time. Neither came back.
  premature_closures: 0,
  'premature_closures any': 0,
  // 1 and 3; the customer of 1 opened 2 a second later.
  first_contact_resolution: 1 / 2,
  'first_contact_resolution no_reply_after': 2 / 3,
  'first_contact_resolution closed_once': 1 / 3,
  one_touch_rate: 1 / 3,
  'one_touch_rate at_most_one': 1 / 3,
  // 2, 3 and 5 of 1, 2, 3, 5; hand-offs 0, 1, 1, 2.
  transfer_rate: 3 / 4,
  'transfer_rate handoffs': 1,
  automated_resolution_rate: 'kpi.needs.table',
  missed_conversations: 0,
  'missed_conversations share': 0,
  csat_response_rate: 'kpi.check.unanswered',
  rating_balance: 3,
  'rating_balance every_rating': 4,
  offline_messages: 1,
  'offline_messages share': 1 / 3,
  proactive_share: 1 / 3,
  amplification_rate: 'kpi.needs.table',
  cases_worked: 3,
  cases_in_progress: 0,
  backlog: 'kpi.needs.table',
  // Three calls and tickets 1, 3, 4 and 6.
  contacts_by_hour: 7,
  contact_reasons: 6,
  // Twelve whole weeks are needed, and the shop has one month.
  volume_forecast: 'kpi.noData',
  low_rating_comments: 'kpi.needs.columns',
  agent_scorecard: null,
  agent_online_time: 'kpi.needs.table',
  outside_hours_contacts: 'kpi.needs.table',
  converted_tickets: 'kpi.needs.table',
  case_timeline: 'kpi.needs.table',
  customer_profile: null,
};
