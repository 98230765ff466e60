import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { dropRaw, prepareDatabase, proposeMapping, readFile, type InputFile } from '#import';
import { csv, realFile } from '../files.ts';
import * as freshdesk from './fixtures/freshdesk.ts';
import * as intercom from './fixtures/intercom.ts';
import * as zendesk from './fixtures/zendesk.ts';
import { json } from './json.ts';

const rows = (name: string, ...columns: readonly string[]): InputFile =>
  json(name, [Object.fromEntries(columns.map((column) => [column, '1']))]);

/** Files of each vendor, by the columns that its export has; what is no helpdesk's stays so. */
const files: Readonly<Record<string, readonly InputFile[]>> = {
  zendesk: [
    ...Object.values(zendesk),
    csv(
      'tickets.csv',
      'Id,Requester,Assignee,Group,Subject,Status,Via,Created at,Updated at,Solved at,Satisfaction Score,Reopens,Replies',
    ),
    csv('view.csv', 'Id,Subject,Requester,Requested,Updated,Group,Assignee'),
    csv('visualizacao.csv', 'ID;Assunto;Solicitante;Solicitado;Atualizado;Grupo;Responsável'),
    csv(
      'explore.csv',
      'Ticket ID,Ticket status,Ticket group,Assignee name,Ticket channel,Ticket created - Timestamp,Ticket solved - Timestamp,First reply time (min),Full resolution time (min),Ticket satisfaction rating',
    ),
    csv(
      'relatorio.csv',
      'ID;Solicitante;Responsável;Grupo;Status;Via;Criado em;Resolvido em;Tempo da primeira resposta em minutos;Tempo de resolução total em minutos',
    ),
    csv(
      'ticket_comment_data.csv',
      'id,_fivetran_synced,body,created,facebook_comment,public,ticket_id,tweet,user_id,voice_comment',
    ),
  ],
  freshdesk: [
    ...Object.values(freshdesk).filter(({ name }) => name !== 'groups.json'),
    csv(
      'tickets.csv',
      'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,Agent interactions,Customer interactions',
    ),
    rows('time.json', 'id', 'time_spent', 'ticket_id', 'agent_id', 'billable', 'note'),
  ],
  intercom: [
    ...Object.values(intercom).filter(({ name }) => name !== 'teams.json' && name !== 'admins.json'),
    csv(
      'report.csv',
      'Conversation ID,Conversation started at,Teammate assigned,Team assigned,Current conversation state,Channel,First teammate reply at,Conversation rating',
    ),
    csv(
      'conversation_part_history_data.csv',
      'id,updated_at,_fivetran_synced,author_id,author_type,conversation_id,created_at,part_type,body',
    ),
  ],
  gorgias: [
    rows(
      'tickets.json',
      'id',
      'uri',
      'external_id',
      'status',
      'priority',
      'channel',
      'via',
      'from_agent',
      'subject',
      'created_datetime',
      'closed_datetime',
    ),
    rows(
      'messages.json',
      'id',
      'ticket_id',
      'public',
      'channel',
      'via',
      'from_agent',
      'rule_id',
      'created_datetime',
      'sent_datetime',
      'body_text',
    ),
    rows(
      'surveys.json',
      'id',
      'ticket_id',
      'customer_id',
      'score',
      'sent_datetime',
      'scored_datetime',
      'body_text',
    ),
    rows('events.json', 'id', 'type', 'object_id', 'object_type', 'user_id', 'created_datetime'),
    rows(
      'calls.json',
      'id',
      'ticket_id',
      'direction',
      'status',
      'duration',
      'started_datetime',
      'phone_number_source',
      'has_voicemail',
    ),
    csv(
      'gorgias.csv',
      'Ticket ID,Status,Channel,Assignee,Assignee team,Customer email,Created date,Closed date,Tags,Survey score',
    ),
  ],
  hubspot: [
    rows(
      'tickets.json',
      'id',
      'properties.createdate',
      'properties.hs_pipeline_stage',
      'properties.subject',
      'archived',
    ),
    csv(
      'ticket_data.csv',
      '_fivetran_synced,id,is_deleted,property_closed_date,property_createdate,property_hs_pipeline,property_hs_pipeline_stage,property_subject',
    ),
    csv(
      'ticket_property_history_data.csv',
      '_fivetran_synced,ticket_id,name,source,source_id,timestamp_instant,value',
    ),
    csv(
      'ticket_pipeline_stage_data.csv',
      'stage_id,_fivetran_synced,display_order,is_closed,label,pipeline_id,ticket_state',
    ),
    csv(
      'view.csv',
      'Record ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Priority,Source,Ticket owner',
    ),
  ],
  zoho: [
    rows(
      'tickets.json',
      'id',
      'ticketNumber',
      'subject',
      'status',
      'statusType',
      'createdTime',
      'closedTime',
      'departmentId',
      'contactId',
      'assigneeId',
      'channel',
    ),
    rows('threads.json', 'id', 'ticketId', 'channel', 'direction', 'createdTime', 'visibility', 'summary'),
    rows('comments.json', 'id', 'ticketId', 'commentedTime', 'isPublic', 'content', 'commenterId'),
    csv(
      'Cases.csv',
      'Ticket Id,Subject,Status,Channel,Department,Ticket Owner,Contact Name,Email,Created Time (Ticket),Ticket Closed Time,First Response Time,Resolution Time,Happiness Rating',
    ),
  ],
  helpscout: [
    rows(
      'conversations.json',
      'id',
      'number',
      'threads',
      'type',
      'folderId',
      'status',
      'state',
      'subject',
      'mailboxId',
      'createdAt',
      'closedAt',
      'primaryCustomer.id',
    ),
    rows(
      'threads.json',
      'id',
      'type',
      'status',
      'state',
      'body',
      'createdBy.type',
      'createdBy.id',
      'createdAt',
      'conversationId',
    ),
    rows(
      'ratings.json',
      'number',
      'threadid',
      'id',
      'type',
      'ratingId',
      'ratingCustomerId',
      'ratingComments',
      'ratingCreatedAt',
      'ratingUserId',
    ),
    csv(
      'conversations.csv',
      'Conversation Number,Subject,Status,Type,Mailbox,Assigned To,Customer Email,Tags,Created At,Closed At',
    ),
  ],
  front: [
    rows(
      'conversations.json',
      'id',
      'subject',
      'status',
      'assignee.id',
      'recipient.handle',
      'created_at',
      'is_private',
    ),
    rows(
      'messages.json',
      'id',
      'type',
      'is_inbound',
      'is_draft',
      'created_at',
      'blurb',
      'text',
      '_links.related.conversation',
    ),
    rows('events.json', 'id', 'type', 'emitted_at', 'conversation.id', 'source.data.id'),
    csv(
      'export.csv',
      'Message ID,Segment ID,Conversation ID,Direction,Status,Inbox,Message date,Response time,Assignee,Author,Contact handle,Subject',
    ),
  ],
  canonical: [
    csv('tickets.csv', 'ticket_id,status,channel,agent_id,created_at,first_human_reply_at,last_solved_at'),
  ],
  calls: [
    csv(
      'calls.csv',
      'Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,AvgTalkDuration,Satisfaction rating',
    ),
  ],
  generic: [
    csv('anything.csv', 'Ticket,Opened,Closed,Person,Score'),
    rows('messages.json', 'id', 'text', 'created_at', 'user'),
    rows('groups.json', 'id', 'name'),
  ],
};

async function vendorsOf(file: InputFile): Promise<string[]> {
  const engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  const raws = await readFile(engine, file);
  const vendors = [];
  for (const raw of raws) vendors.push((await proposeMapping(engine, raw, { among: raws })).vendor);
  for (const raw of raws) await dropRaw(engine, raw);
  return [...new Set(vendors)];
}

for (const [vendor, own] of Object.entries(files)) {
  test(`${vendor}: every file is known as its own, and no other takes it`, async () => {
    const found = [];
    for (const file of own) found.push([file.name, await vendorsOf(file)]);
    expect(found).toEqual(own.map(({ name }) => [name, [vendor]]));
  });
}

const folders: Readonly<Record<string, string>> = {
  'zendesk-api-json-fixtures': 'zendesk',
  'zendesk-csv-preview': 'zendesk',
  'fivetran-zendesk-seeds': 'zendesk',
  'freshdesk-api-json-fixtures': 'freshdesk',
  'freshdesk-trial-export': 'freshdesk',
  'fivetran-intercom-seeds': 'intercom',
  'fivetran-hubspot-seeds': 'hubspot',
};

for (const [folder, vendor] of Object.entries(folders)) {
  test(`${folder}: every file of it is ${vendor}’s`, async (context) => {
    const path = `../shared/data/${folder}`;
    context.skip(!existsSync(path), 'needs ../shared/data');
    const names = readdirSync(path).filter((name) => name !== 'SOURCE.txt');
    const engine = await openNodeEngine({ threads: 1 });
    await prepareDatabase(engine);
    const raws = [];
    for (const name of names) {
      const file = await realFile(`${folder}/${name}`);
      if (file) raws.push(...(await readFile(engine, file)));
    }
    const found = [];
    for (const raw of raws)
      found.push([raw.file.name, (await proposeMapping(engine, raw, { among: raws })).vendor]);
    expect(found).toEqual(raws.map(({ file }) => [file.name, vendor]));
  });
}
