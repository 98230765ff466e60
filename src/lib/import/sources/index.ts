import type { Source } from './source.ts';
import { blip } from './blip/source.ts';
import { callSheet } from './calls/source.ts';
import { canonical } from './canonical/source.ts';
import { chatwoot } from './chatwoot/source.ts';
import { consumidor } from './consumidor/source.ts';
import { customer360 } from './customer360/source.ts';
import { eventLog } from './eventlog/source.ts';
import { freshdesk } from './freshdesk/source.ts';
import { front } from './front/source.ts';
import { generic } from './generic/source.ts';
import { glpi } from './glpi/source.ts';
import { gorgias } from './gorgias/source.ts';
import { helpscout } from './helpscout/source.ts';
import { hubspot } from './hubspot/source.ts';
import { intercom } from './intercom/source.ts';
import { jivochat } from './jivochat/source.ts';
import { movidesk } from './movidesk/source.ts';
import { orders } from './orders/source.ts';
import { social } from './social/source.ts';
import { zendesk } from './zendesk/source.ts';
import { zoho } from './zoho/source.ts';

/** Every source, the more particular first; `generic` takes what no other knows. */
export const sources: readonly Source[] = [
  canonical,
  zendesk,
  freshdesk,
  intercom,
  gorgias,
  hubspot,
  zoho,
  helpscout,
  front,
  jivochat,
  chatwoot,
  movidesk,
  blip,
  glpi,
  consumidor,
  orders,
  social,
  customer360,
  callSheet,
  eventLog,
  generic,
];

export { generic };
export { certain, type Recognition, type Source } from './source.ts';
