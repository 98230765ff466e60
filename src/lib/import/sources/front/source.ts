import { sourceOf, type Shape } from '../shapes.ts';
import type { Source } from '../source.ts';
import * as tables from './mapping.ts';
import { vocabularies } from './vocabulary.ts';

const shapes: readonly Shape[] = [
  {
    name: 'conversations',
    needs: ['id', 'status', 'recipient handle', 'created at', 'is private|links self|last message id'],
    tables: [tables.conversations, tables.agentsOfConversations],
    custom: /^custom_fields\./,
  },
  {
    name: 'messages',
    needs: ['id', 'is inbound', 'created at', 'type', 'links related conversation|conversation id|parent id'],
    tables: [tables.messages],
  },
  {
    name: 'comments',
    needs: ['id', 'posted at', 'body', 'links related conversation|conversation id|parent id'],
    tables: [tables.comments],
  },
  { name: 'events', needs: ['id', 'type', 'emitted at', 'conversation id'], tables: tables.events },
  {
    name: 'sheet',
    needs: [
      'message id',
      'conversation id|conversation api id',
      'message date',
      'direction',
      'segment id|segment|inbox',
    ],
    tables: [...tables.sheet, tables.beginnings, tables.firstResponses],
  },
  {
    name: 'tags',
    inCompany: true,
    called: 'tags',
    needs: ['name', 'parent id'],
    tables: [tables.tagsOfConversation],
  },
  {
    name: 'teammates',
    inCompany: true,
    called: 'teammates|results',
    needs: ['id', 'username', 'first name', 'last name'],
    tables: [tables.teammates],
  },
];

/** Front: conversations, messages, comments and events of its API, and its export of messages. */
export const front: Source = sourceOf({ vendor: 'front', title: 'Front', shapes, vocabularies });
