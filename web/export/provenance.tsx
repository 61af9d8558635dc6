// web/export/provenance.tsx: what is needed to get the same numbers again.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import type { ReportModel } from './report.js';

export interface ProvenanceProps {
  summary: Summary;
  models: readonly ReportModel[];
}

/** Version, seed, replications, effects, quantile method, and each scenario with its hash. */
export function Provenance({ summary, models }: ProvenanceProps): VNode {
  const facts: [string, string][] = [
    ['Version', summary.version],
    ['Seed phrase', summary.seed],
    ['Winters of each scenario (replications)', String(summary.replications)],
    ['Effects of plans', `${summary.effects} values of their ranges`],
    ['Intervals', 'Student’s t, 95 %; differences paired by replication'],
    ['Quantile method', summary.quantileMethod],
  ];
  return (
    <section aria-labelledby="provenance-heading" class="card provenance">
      <h2 id="provenance-heading">Where these numbers come from</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="models">
        {summary.scenarios.map((scenario, i) => (
          <li>
            <Made scenario={scenario} model={models.find(({ name }) => name === scenario.name)} />
            {i === 0 ? ' This is the base.' : ''}
          </li>
        ))}
      </ul>
      <p>
        The same version, scenarios and seed phrase give the same bytes on any machine. Simulated
        winters show how a model of the hospital responds, not what will happen.
      </p>
    </section>
  );
}

function Made({
  scenario,
  model,
}: {
  scenario: Summary['scenarios'][number];
  model: ReportModel | undefined;
}): VNode {
  const parts = model === undefined ? [] : [model.system, model.winter, ...model.plans];
  return (
    <>
      <strong>{scenario.name}</strong>
      {parts.length > 0 && `: ${parts.filter((part) => part !== '').join(' · ')}.`}
      <br />
      Hash <code class="hash">{scenario.hash}</code>.
    </>
  );
}
