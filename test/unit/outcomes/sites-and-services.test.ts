// test/unit/outcomes/sites-and-services.test.ts: what each site saw and what services did, in every
// place where people read it.

import { describe, expect, it } from 'vitest';
import { servicesBlock, siteBlocks, unitsBlock } from '../../../cli/service-table.js';
import { OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';
import { summarise } from '../../../sim/outcomes/summary.js';
import { sitesCsv, summaryJson } from '../../../sim/outcomes/tables.js';
import { parseBatch } from '../../../web/export/read-batch.js';
import { reportHtml } from '../../../web/export/report.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const DAYS = OUTCOME_KEYS.indexOf('daysOver92Count');

/** A winter of two sites, and a service. */
function winter(north: number, south: number, reached: number) {
  const both = measured({ daysOver92Count: Math.max(north, south) });
  const sites = [north, south].map((days) => {
    const outcomes = new Float64Array(OUTCOME_KEYS.length).fill(Number.NaN);
    outcomes[DAYS] = days;
    return outcomes;
  });
  const services = [{ name: 'in-reach', eligible: 1000, reached, changed: 10 }];
  return { ...both, sites, services };
}

const runs = [
  { ...runsOf('Base', [winter(10, 20, 0), winter(12, 30, 0)]), siteNames: ['North', 'South'] },
  { ...runsOf('Plan', [winter(9, 10, 400), winter(12, 21, 600)]), siteNames: ['North', 'South'] },
];
const summary = summarise(runs, PROVENANCE);

describe('each site', () => {
  it('has rows of its own in sites.csv, which a single site does not have', () => {
    const lines = sitesCsv(runs)?.trim().split('\n');
    expect(lines).toHaveLength(1 + 2 * 2 * 2);
    expect(lines?.slice(0, 3)).toEqual([
      'scenario,site,replication,outcome,value',
      'Base,North,0,daysOver92Count,10',
      'Base,South,0,daysOver92Count,20',
    ]);
    expect(sitesCsv([runsOf('one', [measured({})])])).toBeNull();
  });

  it('has a block on the terminal with the difference of each plan', () => {
    const [north, south] = siteBlocks(summary, 100);
    expect(north).toMatch(/^Site: North\n/);
    expect(north).toMatch(/Base .*11/);
    expect(north).toMatch(/Plan .*~ −0\.5/);
    expect(south).toMatch(/Plan .*−9\.5/);
  });

  it('has a column in the report, which is read back from summary.json too', () => {
    const html = reportHtml({ summary, fans: [], models: [] });
    expect(html).toContain('Each site');
    expect(html).toContain('Plan: each site, and the difference to the base');
    const daily = 'scenario,date,series,mean,p5,p25,p50,p75,p95\n';
    const row = (name: string) => `${name},2017-10-01,attendances,1,1,1,1,1,1\n`;
    const batch = parseBatch(summaryJson(summary), daily + row('Base') + row('Plan'), []);
    expect(JSON.parse(summaryJson(batch.summary))).toEqual(JSON.parse(summaryJson(summary)));
  });
});

describe('services', () => {
  it('are shown with who was eligible, reached and changed, on average', () => {
    const block = servicesBlock(summary, 100);
    expect(block).toMatch(/Plan: in-reach +1,000 +500 +10/);
    const html = reportHtml({ summary, fans: [], models: [] });
    expect(html).toContain('What services did');
    expect(html).toContain('<td>500</td>');
  });

  it('of units beside A&E are shown in the same places', () => {
    const unit = { name: 'MIU', visits: false, attendances: 900, clocked: 900, within4h: 891 };
    const counts = { begun: 0, within2h: 0, sentOn: 30, foundClosed: 12 };
    const winters = [{ ...measured({}), units: [{ ...unit, ...counts }] }];
    const units = summarise([runsOf('one', winters)], PROVENANCE);
    expect(unitsBlock(units, 100)).toMatch(/MIU +900 +99\.0 +30 +12/);
    expect(reportHtml({ summary: units, fans: [], models: [] })).toContain('<td>MIU</td>');
    expect(unitsBlock(summary, 100)).toBe('');
  });

  it('are not mentioned where there are none', () => {
    const none = summarise([runsOf('one', [measured({})])], PROVENANCE);
    expect(servicesBlock(none, 100)).toBe('');
    expect(reportHtml({ summary: none, fans: [], models: [] })).not.toContain('What services did');
  });
});
