import { namesOf } from '../fields.ts';
import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as scout from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'conversations',
    needs: [
      'id',
      'number',
      'mailbox id',
      'status',
      'created at',
      'primary customer id|customer id',
      'folder id|type',
    ],
    tables: [scout.conversations, scout.agentsOfConversations, scout.customersOfConversations],
    custom: /^customFields\[/,
  },
  {
    name: 'threads',
    needs: ['id', 'type', 'status', 'created by type', 'created at', 'parent id|conversation id'],
    lacks: 'part type|incoming',
    tables: scout.threads,
  },
  {
    name: 'ratings',
    needs: ['id', 'rating', 'comments', 'thread id', 'created at'],
    tables: [scout.ratings],
  },
  {
    name: 'report ratings',
    needs: ['rating id', 'rating customer id', 'rating user id', 'rating created at'],
    tables: scout.reportRatings,
  },
  {
    name: 'sheet',
    needs: [
      'conversation number|conversation id',
      'mailbox|inbox',
      'status',
      'assigned to|assigned user',
      'created at|created|created date',
    ],
    lacks: 'message id|segment id|conversation state',
    tables: scout.sheet,
  },
  {
    name: 'tags',
    inCompany: true,
    called: 'tags',
    needs: ['tag|name', 'parent id'],
    tables: [scout.tagsOfConversation],
  },
  {
    name: 'mailboxes',
    inCompany: true,
    called: 'mailboxes|inboxes',
    needs: ['id', 'name'],
    tables: [namesOf('brand')],
  },
  { name: 'teams', inCompany: true, called: 'teams', needs: ['id', 'name'], tables: [namesOf('team')] },
  {
    name: 'users',
    inCompany: true,
    called: 'users',
    needs: ['id', 'first name', 'last name', 'email'],
    tables: [scout.users],
  },
];

/** Help Scout: conversations with their threads, and ratings, of its API; its conversations as a sheet. */
export const helpscout: Source = sourceOf({ vendor: 'helpscout', title: 'Help Scout', shapes, vocabularies });
