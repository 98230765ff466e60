import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const constant = (value: string): Field => ({ kind: 'constant', value });
const integer = (column: string): Field => ({ kind: 'integer', column });

const post =
  'post id|tweet id|id da publicacao|identificacao da publicacao|id do post|identificador da publicacao|id de la publicacion|identificador de la publicacion';
const posted =
  'publish time|published|posted at|time|horario de publicacao|hora de publicacao|horario da publicacao|publicado em|hora de publicacion|date|data';
const shares =
  'shares|retweets|reposts|post shares|lifetime post shares|compartilhamentos|republicacoes|veces que se compartio|contenido compartido';
const impressions =
  'impressions|views|lifetime post total impressions|impressoes|visualizacoes|impresiones|visualizaciones';
const followerCount =
  'followers|total followers|followers total|lifetime followers|page followers|lifetime total likes|seguidores|total de seguidores|seguidores da pagina|total seguidores';

export type Network = 'facebook' | 'instagram' | 'x';

export function posts(network: Network | null): Template {
  return {
    table: 'social_posts',
    requires: ['post_id', 'network'],
    columns: {
      post_id: { kind: 'id', column: post },
      network:
        network === null
          ? { kind: 'text', column: 'network|rede|rede social|red social|platform|plataforma' }
          : constant(network),
      posted_at: { kind: 'instant', column: posted },
      shares: integer(shares),
      impressions: integer(impressions),
    },
  };
}

export function followers(network: Network | null): Template {
  return {
    table: 'followers',
    requires: ['network', 'day'],
    columns: {
      network:
        network === null
          ? { kind: 'text', column: 'network|rede|rede social|red social|platform|plataforma' }
          : constant(network),
      day: { kind: 'date', column: 'date|day|data|dia|fecha' },
      followers: integer(followerCount),
    },
  };
}

export const traits = { post, posted, shares, impressions, followerCount };

/** Headers that only one network has. */
export const marks: Readonly<Record<Network, string>> = {
  facebook:
    'page id|page name|id da pagina|nome da pagina|identificador de la pagina|nombre de la pagina|lifetime post total impressions|reactions comments and shares',
  instagram:
    'account username|nome de usuario da conta|nombre de usuario de la cuenta|saves|salvamentos|guardados',
  x: 'tweet id|tweet permalink|tweet text|retweets|reposts|post link|post text',
};
