import {
  afterWorking,
  day,
  firstDay,
  hour,
  openingHours,
  startOfDay,
  weekday,
  type Clock,
} from './calendar.ts';
import { randomStream, type Random } from './random.ts';
import { sites, type Site, type Team } from './shop.ts';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  readonly shift: 'morning' | 'afternoon';
  /** Whether they work on the Saturdays of odd weeks and the Sundays of even ones, or the other way round. */
  readonly weekends: 0 | 1;
  /** How much more (or less) often than the others they leave people satisfied. */
  readonly skill: number;
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly first: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly site: Site;
  readonly city: string;
  readonly createdAt: Clock;
  readonly segment: string;
  readonly stage: string;
}

const firstNames =
  'Ana,Beatriz,Bruno,Caio,Camila,Carla,Carlos,Cláudia,Daniel,Débora,Diego,Eduardo,Elaine,Fábio,Fernanda,Flávia,Gabriel,Gustavo,Helena,Igor,Isabela,João,Joana,José,Juliana,Karina,Larissa,Leandro,Letícia,Lucas,Luciana,Luiz,Marcelo,Márcia,Mariana,Mateus,Natália,Patrícia,Paulo,Pedro,Rafael,Raquel,Renata,Ricardo,Roberta,Rodrigo,Sandra,Simone,Tatiane,Thiago,Vanessa,Vinícius,Viviane,Yasmin'.split(
    ',',
  );
const lastNames =
  'Almeida,Alves,Andrade,Araújo,Barbosa,Batista,Borges,Cardoso,Carvalho,Castro,Costa,Dias,Duarte,Farias,Fernandes,Ferreira,Freitas,Gomes,Gonçalves,Lima,Lopes,Macedo,Machado,Martins,Melo,Mendes,Monteiro,Moraes,Moreira,Moura,Nascimento,Nogueira,Nunes,Oliveira,Pereira,Pinto,Queiroz,Ramos,Rezende,Ribeiro,Rocha,Sampaio,Santana,Santos,Silva,Silveira,Soares,Souza,Teixeira,Vieira,Xavier'.split(
    ',',
  );

const teamSizes: readonly (readonly [Team, number])[] = [
  ['Mensagens', 11],
  ['Chat', 5],
  ['E-mail', 5],
  ['Voz', 6],
  ['Pós-venda', 2],
];

export function makeAgents(): readonly Agent[] {
  const random = randomStream('agents');
  const agents: Agent[] = [];
  for (const [team, size] of teamSizes) {
    for (let index = 0; index < size; index++) {
      agents.push({
        id: `A${String(agents.length + 1).padStart(2, '0')}`,
        name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
        team,
        shift: index % 2 === 0 ? 'morning' : 'afternoon',
        weekends: index % 2 === 0 ? 0 : 1,
        skill: 0.02 * random.normal(),
      });
    }
  }
  return agents;
}

/** When an agent works on the day of an instant: from and to, or null. */
export function shiftOf(agent: Agent, at: Clock): readonly [Clock, Clock] | null {
  const midnight = startOfDay(at);
  const hours = openingHours(midnight);
  if (hours === null) return null;
  if (weekday(midnight) >= 5) {
    const week = Math.floor((midnight - firstDay) / (7 * day));
    const isOn = (week + weekday(midnight)) % 2 === agent.weekends;
    return isOn ? [midnight + hours[0], midnight + hours[1]] : null;
  }
  return agent.shift === 'morning'
    ? [midnight + 8 * hour, midnight + 14 * hour + 20 * 60]
    : [midnight + 14 * hour, midnight + 20 * hour + 20 * 60];
}

/** The first moment from then on at which the agent is at work. */
export function whenAtWork(agent: Agent, from: Clock): Clock {
  for (let at = from; ; at = startOfDay(at) + day) {
    const shift = shiftOf(agent, at);
    if (shift !== null && at < shift[1]) return Math.max(at, shift[0]);
  }
}

/** Somebody of a team who is at work at a working moment. */
export function someoneOf(agents: readonly Agent[], team: Team, at: Clock, random: Random): Agent {
  const working = afterWorking(at, 0);
  const present = agents.filter((agent) => {
    const shift = agent.team === team ? shiftOf(agent, working) : null;
    return shift !== null && working >= shift[0] && working < shift[1];
  });
  return random.pick(present);
}

const providers = [
  'gmail.com',
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'uol.com.br',
  'yahoo.com.br',
  'icloud.com',
];

export function makeCustomer(index: number): Customer {
  const random = randomStream(`customer ${index}`);
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const site = random.weighted(sites.map((place) => [place, place.weight] as const));
  const isTrade = random.chance(0.04);
  const stage = random.weighted([
    ['potential', 12],
    ['new', 38],
    ['returning', 50],
  ] as const);
  const createdAt = firstDay - Math.floor(random.next() * (stage === 'returning' ? 1100 : 60) * day) - day;
  return {
    id: `C${String(10_001 + index)}`,
    name: `${first} ${last}`,
    first,
    email: `${plain(first)}.${plain(last)}${index}@${random.pick(providers)}`,
    organisation: isTrade ? `${last} Interiores` : null,
    site,
    city: random.pick(site.cities),
    createdAt,
    segment: isTrade ? 'atacado' : random.chance(0.22) ? 'clube' : 'varejo',
    stage,
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
