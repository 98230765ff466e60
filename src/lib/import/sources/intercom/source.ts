import { namesOf } from '../fields.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as api from './mapping.ts';
import { report, reportAgents, reportRatings, transcript } from './transcript.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'conversations',
    needs: ['id', 'state', 'created at', 'source type', 'source author type', 'source delivered as'],
    lacks: 'fivetran start|fivetran active',
    tables: [api.conversations, api.ratings],
    beside: { parts: { adds: [api.source] } },
    custom: /^custom_attributes\./,
  },
  {
    name: 'history',
    needs: [
      'id',
      'state',
      'updated at',
      'source type',
      'source author type',
      'fivetran start|fivetran active',
    ],
    tables: [api.history, api.historyEvents, api.historyRatings],
    beside: { parts: { adds: [api.historySource] } },
  },
  {
    name: 'parts',
    needs: ['id', 'part type', 'author type', 'author id', 'created at', 'conversation id|parent id'],
    tables: api.parts,
  },
  {
    name: 'transcript',
    needs: ['message id', 'message type', 'message author type', 'conversation id', 'conversation state'],
    tables: transcript,
  },
  {
    name: 'report',
    needs: [
      'conversation id',
      'conversation started at|conversation created at',
      'current conversation state|teammate assigned|teammate currently assigned|first teammate reply at',
    ],
    lacks: 'message id|message type',
    tables: [report, reportRatings, reportAgents],
  },
  {
    name: 'contacts',
    needs: ['id', 'role', 'unsubscribed from emails', 'has hard bounced'],
    tables: [api.contacts],
  },
  {
    name: 'tags',
    inCompany: true,
    called: 'tags',
    needs: ['name', 'parent id'],
    tables: [api.tagsOfConversation],
  },
  {
    name: 'tags of conversations',
    inCompany: true,
    called: 'conversation tag history|conversation tag',
    needs: ['tag id', 'conversation id'],
    tables: [api.tagsOfConversation],
  },
  {
    name: 'contacts of conversation',
    inCompany: true,
    called: 'contacts|conversation contact history',
    needs: ['contact id|external id', 'conversation id|parent id'],
    tables: [api.contactsOfConversation],
  },
  {
    name: 'admins',
    inCompany: true,
    called: 'admins|admin|teammates',
    needs: ['id', 'name', 'email'],
    tables: [api.admins],
  },
  {
    name: 'team members',
    inCompany: true,
    called: 'team admin',
    needs: ['admin id', 'team id'],
    tables: [api.teamsOfAdmins],
  },
  {
    name: 'teams',
    inCompany: true,
    called: 'teams|team',
    needs: ['id', 'name'],
    tables: [namesOf('team')],
  },
  {
    name: 'tag names',
    inCompany: true,
    called: 'tag',
    needs: ['id', 'name'],
    lacks: 'parent id',
    tables: [namesOf('tag')],
  },
];

/** Intercom: conversations of its API with their parts, transcripts and reports as sheets, and a connector's history tables. */
export const intercom: Source = sourceOf({ vendor: 'intercom', title: 'Intercom', shapes, vocabularies });
