/**
 * What texts of Deskbook are made of, in both languages: whoever makes a link and whoever opens it has read this first.
 * It never changes, not by a letter: links that were made with it rest on it. Another one is another version of the link.
 */
export const dictionary = `tickets: source_id, ticket_id, customer_id, customer_key, subject, channel, type, intent, tags, priority, custom_fields, site, brand, team, agent_id, language, status, status_reason, is_reopened, started_by, is_proactive, is_offline, is_missed, created_in_business_hours, merged_into, follow_up_of, created_at, created_at_utc, updated_at, assigned_at, first_reply_at, first_human_reply_at, first_solved_at, last_solved_at, last_solved_at_utc, closed_at, due_at, reopens, agent_replies, agent_actions, customer_messages, agents_involved, teams_involved, first_response_seconds, first_resolution_seconds, resolution_seconds, wait_seconds, handle_seconds, in_progress_seconds, requester_wait_seconds, agent_wait_seconds, hold_seconds, first_response_business_seconds, resolution_business_seconds, reported_first_response_seconds, reported_resolution_seconds, sla_first_response_met, sla_resolution_met, source_file, source_row
contacts: contact_id, started_at, ended_at, answered_at, is_abandoned, is_missed, outcome
messages: message_id, sent_at, sent_at_utc, author, author_id, is_public, is_automated, direction, body
ticket_events: event_id, at, at_utc, kind, from_value, to_value, actor, actor_id
replies: reply_id, is_first, asked_at, replied_at, response_seconds
solves: solve_id, solved_at, solve_number, is_last, reopened_at, reopen_seconds
status_periods: status, from_at, from_at_utc, to_at, to_at_utc, seconds, is_present
ratings: rating_id, call_id, kind, sent_at, rated_at, rated_at_utc, rated_at_basis, score_raw, scale, score, score_normalised, bucket, comment, is_latest
calls: queue, direction, talk_seconds, wrap_seconds
agents: agent_id, name, team, is_bot
customers: customer_id, customer_key, name, organisation, created_at, segment, stage
agent_sessions: state
offers: offer_id, result
invitations: invitation_id, accepted
orders: order_id, ordered_at, amount, refunded, currency
social_posts: post_id, network, posted_at, shares, impressions
followers: day, followers
period_facts: grain_id, label, metric, unit, value, weight_metric, weight
annotations, business_hours: calendar, weekday, opens_second, closes_second, zone
holidays, targets: kpi, member; sla_targets: policy, clock
rejected_rows: source_file, source_row, reason, raw; source_files: file_name, rows_read, rows_loaded, rows_rejected, rows_duplicate, encoding, delimiter; sources: vendor, time_zone, as_of, imported_at, mapping; imports: number, changes; import_changes: table_name, column_name, before, after
email, chat, phone, whatsapp, instagram, web, form, bot, agent, customer, system, public, private, inbound, outbound, open, pending, solved, closed, cancelled, new, answered, transferred, abandoned, missed, voicemail, accepted, rejected, timeout, positive, neutral, negative, csat, nps, ces, urgent, high, normal, low, in_progress, on_hold, merged, spam, deleted, created, assigned, reopened, unknown
abandonment_rate agent_online_time amplification_rate automated_resolution_rate backlog backlog_age call_handle_time cases_in_progress closed_per_agent contact_reasons contacts_by_hour contacts_handled converted_tickets csat csat_response_rate first_contact_resolution first_response_time handle_time low_rating_comments missed_conversations nps offline_messages one_touch_rate outside_hours_contacts premature_closures proactive_share progress_time rating_balance reopen_interval reopen_rate requester_wait_time resolution_time response_time service_level sla_attainment tickets_by_channel tickets_by_status tickets_created tickets_per_customer tickets_resolved transfer_rate unresolved_tickets untouched_rate volume_forecast wait_time

O que a equipe respondeu aos clientes na semana, no mês e no período, por canal, por tipo, por agente e por time. Quantos tickets foram abertos, resolvidos, reabertos ou não estão resolvidos; quanto tempo o cliente esperou até a primeira resposta de uma pessoa; a satisfação, as avaliações e os comentários. Uma linha por ticket, com o último dia dos dados. Compare o período escolhido acima com o anterior: a mudança é maior do que o acaso explica? Não há dados para isso: nada foi importado ainda, ou nenhum ticket tem essa data. Também conta como resolvido o que foi encerrado sem resposta. Há menos de 30 avaliações, então a taxa pode variar muito. A mediana, o percentil 90 e a média do tempo de resolução; a diferença entre dois períodos; os atendimentos fora do horário comercial. Mude o período ou um filtro e execute de novo: cada número acompanha. Isso não quer dizer que seja a causa, mas diz onde procurar e o que olhar primeiro. Abaixo, as linhas por trás do número. Veja quais são as conversas, quando começaram e em que fila. Qualidade, atendimento, operação, reclamação, devolução, entrega, pedido, pagamento, cobrança, dúvida, cancelamento, troca, atraso, fornecedor, campanha, feriado, fim de semana, segunda-feira, horário de pico, meta, tendência, volume, previsão.

What the team answered to customers in the week, the month and the period, by channel, by type, by agent and by team. How many tickets were opened, resolved, reopened or are still unresolved; how long the customer waited until the first response of a person; satisfaction, the ratings and the comments. One row for each ticket, with the last day of the data. Compare the period chosen above with the one before: is the change more than chance would explain? There is no data for this: nothing was imported yet, or no ticket has that date. What was closed without an answer counts as resolved too. There are fewer than 30 ratings, so that the rate may vary. The median, the 90th percentile and the mean of the resolution time; the difference between the two periods; the contacts outside business hours. Change the period, or a filter, and run it again: every number follows. This does not mean that it is the cause, but it says where to look and what to look at first. Below are the rows behind the number. See which conversations they are, when they began and in which queue. Quality, service, operation, complaint, return, delivery, order, payment, billing, question, cancellation, exchange, delay, supplier, campaign, holiday, weekend, Monday, peak hours, target, trend, volume, forecast.

---
deskbook: 1
title: Atendimento da semana
period: last 8 weeks
filters: {channel: [email, chat], team: [N1]}
---

# Atendimento da semana

São **{{tickets_created.value}}** tickets no período, {{tickets_by_week.share}} a mais que no anterior.

\`\`\`input channel fold=code
type: select
label: Canal
none: Todos
options: select distinct channel from tickets where channel is not null order by 1
\`\`\`

\`\`\`input threshold
type: slider
label: Limite, em minutos
min: 0
max: 60
step: 5
default: 15
\`\`\`

\`\`\`input channels
type: multiselect
label: Canais
options: [email, chat, phone, whatsapp]
\`\`\`

\`\`\`input customer fold=code
type: text
label: Cliente
\`\`\`

## 1. Volume

\`\`\`sql tickets_created kpi=tickets_created shape=headline version=1 fold=code
select count(*) as value, count(*) as n
from tickets
where created_at >= $period_start and created_at < $period_end
\`\`\`

\`\`\`sql tickets_created_trend kpi=tickets_created shape=trend grain=week version=1 fold empty="Não há tickets no período."
with days as (
  select unnest(range($period_start::date, $period_end::date, interval 1 day))::date as day
),
counted as (
  select created_at::date as day, count(*) as n
  from tickets
  where created_at >= $period_start and created_at < $period_end
  group by day
)
select date_trunc('week', day) as week, coalesce(sum(n), 0)::bigint as value
from days
left join counted using (day)
group by week
order by week
\`\`\`

\`\`\`vega-lite opened_by_week of=tickets_created_trend fold=code
{
  "width": "container",
  "height": 260,
  "mark": { "type": "line", "point": true, "tooltip": true },
  "encoding": {
    "x": { "field": "week", "type": "temporal", "title": null },
    "y": { "field": "value", "type": "quantitative", "title": "Tickets", "axis": { "format": ".0%" }, "scale": { "zero": false } },
    "color": { "field": "channel", "type": "nominal", "title": null, "sort": "-x", "legend": { "orient": "top" } },
    "tooltip": [
      { "field": "day", "type": "temporal" },
      { "field": "n", "type": "quantitative", "title": "n", "format": ",.0f" }
    ]
  }
}
\`\`\`

\`\`\`vega-lite control_chart of=days
{
  "layer": [
    {
      "transform": [{ "filter": "datum.standing === 'arriving'" }],
      "mark": { "type": "rect", "color": "#8a8a8a", "opacity": 0.18, "tooltip": null },
      "encoding": {
        "x": { "field": "day", "type": "temporal", "title": null, "timeUnit": "yearmonthdate" }
      }
    },
    {
      "transform": [{ "filter": "toNumber(datum.day) === toNumber(datum.began)" }],
      "mark": { "type": "rule", "color": "#d9541e", "strokeDash": [4, 4], "strokeWidth": 1.5 },
      "encoding": { "x": { "field": "began", "type": "temporal", "title": null } }
    },
    {
      "mark": { "type": "area", "opacity": 0.16, "interpolate": "step" },
      "encoding": {
        "x": { "field": "day", "type": "temporal", "title": null },
        "y": {
          "field": "low_limit",
          "type": "quantitative",
          "title": "CSAT",
          "scale": { "zero": false }
        },
        "y2": { "field": "high_limit" }
      }
    },
    {
      "mark": { "type": "line", "strokeWidth": 1, "opacity": 0.45, "tooltip": null },
      "encoding": {
        "color": {
          "field": "standing",
          "type": "nominal",
          "title": null,
          "legend": {
            "labelExpr": "{\\"usual\\":\\"within the limits\\",\\"outside\\":\\"fora dos limites\\",\\"arriving\\":\\"ainda chegando\\"}[datum.value]"
          },
          "scale": {
            "domain": ["usual", "outside", "arriving"],
            "range": ["#3f8fd2", "#d9541e", "#8a8a8a"]
          }
        },
        "tooltip": [
          { "field": "value", "type": "quantitative", "title": "CSAT" },
          { "field": "expected", "type": "quantitative", "title": "Expected" }
        ]
      }
    }
  ]
}
\`\`\`

\`\`\`vega-lite chart of=where_it_is fold=code
{
  "width": "container",
  "height": { "step": 22 },
  "transform": [{ "filter": "datum.value !== null" }, { "calculate": "datum.value * 100", "as": "percent" }],
  "layer": [
    { "mark": { "type": "bar", "opacity": 0.8, "tooltip": true } },
    {
      "mark": { "type": "rule", "color": "#d9541e", "strokeDash": [4, 4], "strokeWidth": 1.5 },
      "encoding": { "x": { "field": "low", "type": "quantitative", "title": null }, "x2": { "field": "high" } }
    },
    {
      "mark": { "type": "point", "filled": true, "size": 55, "color": "#8a8a8a" },
      "encoding": {
        "y": {
          "field": "segment",
          "type": "ordinal",
          "title": null,
          "sort": { "field": "value", "op": "max", "order": "descending" }
        },
        "color": {
          "condition": { "test": "datum.value < 0", "value": "#3f8fd2" },
          "value": "#8a8a8a"
        },
        "text": { "aggregate": "mean", "timeUnit": "yearmonthdate", "bin": true, "stack": "normalize" }
      }
    },
    { "mark": { "type": "rect", "tooltip": null }, "encoding": { "facet": { "columns": 3 }, "shape": { "domain": [], "range": ["circle", "cross"] } } },
    { "mark": { "type": "area", "interpolate": "step", "opacity": 0.16 }, "encoding": { "y2": { "field": "high_limit" }, "opacity": { "value": 0.5 } } }
  ]
}
\`\`\`

## 2. Satisfaction

\`\`\`sql csat kpi=csat shape=headline version=1 fold=code
select avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
\`\`\`

\`\`\`sql csat_by_channel kpi=csat shape=breakdown by=channel version=1 percent="value" empty="No ratings in the period."
select channel, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
left join tickets using (source_id, ticket_id)
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by channel
order by n desc, channel
\`\`\`

\`\`\`sql csat_response_rate kpi=csat_response_rate shape=headline version=1
select
  count(*) filter (where bucket is not null) as numerator,
  count(*) as denominator,
  numerator / nullif(denominator, 0) as value,
  denominator as n
from ratings
where kind = 'csat' and sent_at >= $period_start and sent_at < $period_end
\`\`\`

\`\`\`sql nps kpi=nps shape=headline version=1 fold=code
select
  100 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6)) / count(*)::double as value
from ratings
where kind = 'nps' and is_latest and score is not null
\`\`\`

\`\`\`sql low_ratings fold=code empty="There are no ratings below 3 in this period."
select r.rated_at, r.score, r.comment, r.ticket_id, t.channel, t.type,
  coalesce(a.name, r.agent_id, t.agent_id) as agent
from ratings r
left join tickets t on t.source_id = r.source_id and t.ticket_id = r.ticket_id
left join agents a on a.source_id = r.source_id and a.agent_id = coalesce(r.agent_id, t.agent_id)
where r.kind = 'csat' and r.is_latest and r.bucket = 'negative' and r.comment is not null
order by r.rated_at desc, r.rating_id
limit 100
\`\`\`

## 3. Time

\`\`\`sql first_response_time kpi=first_response_time shape=headline version=1 fold=code duration="mean median p90"
select
  avg(first_response_seconds) as value,
  stddev(first_response_seconds) as stddev,
  count(first_response_seconds) as n,
  median(first_response_seconds) as median,
  quantile_cont(first_response_seconds, 0.9) as p90
from tickets
where first_response_seconds is not null
  and created_at >= $period_start and created_at < $period_end
\`\`\`

\`\`\`sql service_level kpi=service_level shape=trend grain=day by=team variant=median version=1
select
  coalesce(team, '(none)') as team,
  avg((wait_seconds <= 60 and not is_abandoned)::int) as within,
  avg(coalesce(reopen_seconds <= 7 * 86400, false)::int) as share
from contacts
where ($channel is null or channel = $channel)
  and ($channels is null or list_contains($channels, channel))
  and started_at >= $period_start and started_at < $period_end
group by all
having count(*) >= 30
order by share desc nulls last
\`\`\`

\`\`\`sql agent_scorecard fold percent="csat share rate low high" duration="first_response resolution wait"
with kept as (
  select *, row_number() over (partition by source_id, ticket_id order by sent_at_utc, message_id) as place
  from messages
  where author = 'agent' and is_public and not coalesce(is_automated, false)
),
solved as (
  select agent_id, count(*) as tickets, count(distinct (source_id, customer_id)) as customers,
    max(solved_at)::date as last_day, min(created_at) as first_day
  from solves
  join tickets using (source_id, ticket_id)
  where is_last and status in ('solved', 'closed')
  group by agent_id
),
rates as (
  select half, any_value(name) as name, sum(n * value) / nullif(sum(n), 0) as mean, stddev(value) as spread
  from solved
  cross join periods
  where day >= (select max(day) from days) - interval 28 day
  group by half
)
select
  case
    when n < 30 then 'few'
    when low <= 0 and high >= 0 then 'no more than chance'
    when value < expected then 'below' else 'above'
  end as verdict,
  round(100 * value, 1) as percent,
  greatest(0, least(1, mean - 1.96 * sqrt(mean * (1 - mean) / n))) as low,
  lag(value) over (order by week) as before,
  avg(value) over (order by day rows between 6 preceding and current row) as moving,
  count(*) / sum(count(*)) over () as share
from rates
where exists (select 1 from orders o where o.customer_id = tickets.customer_id and o.ordered_at_utc < created_at_utc)
union all
select hour(created_at) as hour, isodow(created_at) as weekday, date_trunc('month', created_at) as month, strftime(day, '%d %b %Y'),
  string_agg(distinct tag, ', ' order by tag), list(channel), unnest(tags) as tag, arg_max(status, at), date_diff('day', created_at, last_solved_at),
  printf('%.1f%%', 100 * value) || ' · ' || nullif(trim(lower(subject)), ''), if(is_bot, 1, 0), regexp_matches(body, 'refund|reembolso'), contains(body, 'atraso'), abs(ln(x)), count(distinct ticket_id)
from tickets t
asof join (from followers) f on f.network = t.network and f.day <= t.day
left join customers using (source_id, customer_id)
window w as (partition by team order by day)
order by 1, 2 desc
\`\`\`

{{csat.value}} of {{csat.n}} ratings. **Verdict:** {{verdict.sentence}}.

`;
