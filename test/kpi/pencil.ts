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
};
