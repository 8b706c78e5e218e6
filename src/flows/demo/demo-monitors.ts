import type { Interpretation } from '@/domain/contract/interpretation';
import type { Recipe } from '@/domain/contract/reading';
import type { FactValue } from '@/domain/value/value';
import {
  type DemoCheck,
  dateChecks,
  eur,
  failingChecks,
  firedChecks,
  listChecks,
  pausedChecks,
  priceChecks,
  statusChecks,
  stockChecks,
  text,
  textChecks,
  usd,
} from './demo-checks';
import { DEMO_RECIPES } from './demo-recipes';

export interface DemoMonitor {
  name: string;
  prompt: string;
  /** Of the sample shop; `desk` is a page that is gone. */
  page: string;
  interpretation: Omit<Interpretation, 'sources' | 'suggestedName'>;
  recipe: Recipe;
  isPaused?: true;
  /** Oldest first. */
  checks: DemoCheck[];
}

const change = (op: 'any' | 'added') => ({ kind: 'change', op, amount: null, percent: null, text: null }) as const;
const state = (op: 'lt' | 'gt', value: FactValue) => ({ kind: 'state', op, value, value2: null }) as const;
const ENGLISH = { language: 'en', clarification: null } as const;

/** Nine monitors, one of each kind, so that one place is free. The newest is first on the dashboard. */
export const DEMO_MONITORS: readonly DemoMonitor[] = [
  {
    name: 'Museum of Tides: opening day',
    prompt: 'Tell me when the opening day of the Museum of Tides changes',
    page: 'museum',
    interpretation: {
      ...ENGLISH,
      type: 'change',
      fact: 'opening day of the Museum of Tides',
      item: 'Museum of Tides',
      property: 'opening day',
      factType: 'string',
      unit: 'date',
      trigger: change('any'),
    },
    recipe: DEMO_RECIPES.museum,
    checks: dateChecks(),
  },
  {
    name: 'Ferry to Sula: notice',
    prompt: 'Tell me when the notice of the ferry to Sula changes',
    page: 'ferry',
    interpretation: {
      ...ENGLISH,
      type: 'change',
      fact: 'notice of the ferry to Sula',
      item: 'ferry to Sula',
      property: 'notice',
      factType: 'string',
      unit: null,
      trigger: change('any'),
    },
    recipe: DEMO_RECIPES.notice,
    checks: textChecks(),
  },
  {
    name: 'Oslo below −10 °C',
    prompt: 'Tell me when the temperature in Oslo is below −10 °C',
    page: 'weather',
    interpretation: {
      ...ENGLISH,
      type: 'state',
      fact: 'temperature of Oslo in °C',
      item: 'Oslo',
      property: 'temperature',
      factType: 'number',
      unit: '°C',
      trigger: state('lt', { type: 'number', number: '-10', unit: '°C' }),
    },
    recipe: DEMO_RECIPES.weather,
    isPaused: true,
    checks: pausedChecks(),
  },
  {
    name: 'Oak desk under €250',
    prompt: 'Tell me when the oak desk costs less than 250 euros',
    page: 'desk',
    interpretation: {
      ...ENGLISH,
      type: 'state',
      fact: 'price of the oak desk in EUR',
      item: 'oak desk',
      property: 'price',
      factType: 'number',
      unit: 'EUR',
      trigger: state('lt', eur('250')),
    },
    recipe: DEMO_RECIPES.desk,
    checks: failingChecks(),
  },
  {
    name: 'Ferry to Sula: status',
    prompt: 'Tell me when the status of the ferry to Sula changes',
    page: 'ferry',
    interpretation: {
      ...ENGLISH,
      type: 'change',
      fact: 'status of the ferry to Sula',
      item: 'ferry to Sula',
      property: 'status',
      factType: 'string',
      unit: null,
      trigger: change('any'),
    },
    recipe: DEMO_RECIPES.status,
    checks: statusChecks(),
  },
  {
    name: 'Fjordlight: open positions',
    prompt: 'Tell me when Fjordlight has a new open position',
    page: 'jobs',
    interpretation: {
      ...ENGLISH,
      type: 'change',
      fact: 'open positions of Fjordlight',
      item: null,
      property: 'entries',
      factType: 'object',
      unit: null,
      trigger: change('added'),
    },
    recipe: DEMO_RECIPES.jobs,
    checks: listChecks(),
  },
  {
    name: 'Lantern newer than 4.2',
    prompt: 'Tell me when the latest version of Lantern is newer than 4.2',
    page: 'releases',
    interpretation: {
      ...ENGLISH,
      type: 'state',
      fact: 'latest version of Lantern',
      item: 'Lantern',
      property: 'version',
      factType: 'string',
      unit: 'version',
      trigger: state('gt', text('4.2', 'version')),
    },
    recipe: DEMO_RECIPES.releases,
    checks: firedChecks(),
  },
  {
    name: 'Aurora One out of stock',
    prompt: 'Tell me when the Aurora One is out of stock',
    page: 'headphones',
    interpretation: {
      ...ENGLISH,
      type: 'state',
      fact: 'availability of the Aurora One',
      item: 'Aurora One',
      property: 'availability',
      factType: 'boolean',
      unit: null,
      trigger: { kind: 'state', op: 'is_false', value: null, value2: null },
    },
    recipe: DEMO_RECIPES.stock,
    checks: stockChecks(),
  },
  {
    name: 'Aurora One under $300',
    prompt: 'Tell me when the Aurora One costs less than $300',
    page: 'headphones',
    interpretation: {
      ...ENGLISH,
      type: 'state',
      fact: 'price of the Aurora One in USD',
      item: 'Aurora One',
      property: 'price',
      factType: 'number',
      unit: 'USD',
      trigger: state('lt', usd('300')),
    },
    recipe: DEMO_RECIPES.price,
    checks: priceChecks(),
  },
];
