// web/pages/model.tsx: the page "Model": how it works, what it rests on, how near it comes to real
// winters, how it is checked, what it cannot say, words, and accessibility.

import DOCUMENTS from 'virtual:winterflow-documents';
import type { VNode } from 'preact';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { Disclosure } from '../charts/chart-card.js';
import { ModelDiagram, STAGES } from '../charts/model-diagram.js';
import { DocumentTable } from '../components/document-table.js';
import { Assumptions } from '../controls/assumptions.js';
import { Measured } from '../controls/measured.js';
import { WhatItRestsOn } from '../export/how-sure.js';
import { fragmentOf } from '../state/address.js';

const PARTS: readonly (readonly [string, string])[] = [
  ['works', 'How it works'],
  ['assumptions', 'What it rests on'],
  ['validation', 'Beside real winters'],
  ['verification', 'How it is checked'],
  ['limits', 'What it cannot say'],
  ['glossary', 'Words'],
  ['accessibility', 'Accessibility'],
];

/** The page "Model". */
export function ModelPage(): VNode {
  return (
    <>
      <h1>The model, and how far to trust it</h1>
      <p class="lead">
        Winterflow follows every simulated patient, minute by minute, from arrival to care
        afterwards. Everything that it rests on can be read here and challenged.
      </p>
      <nav class="contents" aria-label="On this page">
        <ul>
          {PARTS.map(([id, title]) => (
            <li>
              <a href={`#model-${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <HowItWorks />
      <Part id="assumptions">
        <Assumptions />
      </Part>
      <Validation />
      <Verification />
      <Limits />
      <Words />
      <Accessibility />
    </>
  );
}

type Id = (typeof PARTS)[number][0];

function Part({ id, children }: { id: Id; children: preact.ComponentChildren }): VNode {
  const title = PARTS.find(([of]) => of === id)?.[1];
  return (
    <section class="card" id={`model-${id}`} aria-labelledby={`model-${id}-heading`} tabIndex={-1}>
      <h2 id={`model-${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

function HowItWorks(): VNode {
  return (
    <Part id="works">
      <figure class="card-figure">
        <Measured saves={false} draw={(width) => <ModelDiagram width={width} />} />
      </figure>
      <Disclosure title="The picture in words">
        <ol>
          {STAGES.map(({ title, words }) => (
            <li>
              <strong>{title}.</strong> {words}.
            </li>
          ))}
        </ol>
      </Disclosure>
      <ul class="check-words">
        <li>
          Each winter is simulated many times with draws of its own. Every scenario meets the same
          patients, so that a difference between two of them is what the plan does.
        </li>
        <li>
          Nothing is put in that the model should give: waits in A&E, delayed transfers and
          occupancy follow from patients, beds, staff and places outside.
        </li>
        <li>
          When more patients wait than beds allow, flexible beds open, and are counted. Where even
          they are too few, the page says that the day is outside the valid range.
        </li>
        <li>
          Every rule is written down in docs/model.md, so that somebody could write the model again
          without reading the code.
        </li>
      </ul>
    </Part>
  );
}

function Validation(): VNode {
  return (
    <Part id="validation">
      <p class="check-words">
        Every hospital here was set so that its own winter comes near what was observed; the winter
        of 2016-17 is a test to which nothing is fitted. Of the figures below, those with a stated
        tolerance are met or missed. The tables are those of docs/validation.md, which{' '}
        <code>npm run validation</code> writes.
      </p>
      {DOCUMENTS.validated.map(({ title, header, rows, met, missed }, i) => (
        <Disclosure title={`${title}: ${met} of ${met + missed} figures met`}>
          <DocumentTable
            id={`validation-${i}`}
            caption={`${title}: simulated beside observed`}
            header={['Figure', ...header.slice(1, -1), 'Verdict']}
            rows={rows}
          />
        </Disclosure>
      ))}
    </Part>
  );
}

function Verification(): VNode {
  return (
    <Part id="verification">
      <p class="check-words">
        Cases whose answers are known, from queueing theory, published models and arithmetic, are
        simulated and set beside what is expected. The same page tells whether this browser gives
        the same winters, bit for bit, as the reference run.
      </p>
      <p>
        <a class="nhsuk-button nhsuk-button--secondary" href={fragmentOf('verification')}>
          See the checks, and this browser’s self-check
        </a>
      </p>
    </Part>
  );
}

function Limits(): VNode {
  return (
    <Part id="limits">
      <WhatItRestsOn />
      <h3>What is known to be weak</h3>
      <ul class="sentences">
        {DOCUMENTS.weaknesses.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="check-words">
        Intervals hold the luck of winters. They do not hold what is unknown about the effect of a
        plan, unless a batch is run with sampled effects. Simulated winters show how a model of the
        hospital responds, not what will happen.
      </p>
    </Part>
  );
}

function Words(): VNode {
  return (
    <Part id="glossary">
      <dl class="glossary">
        {DOCUMENTS.glossary.map(([word, meaning]) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Accessibility(): VNode {
  return (
    <Part id="accessibility">
      <p class="check-words">
        Winterflow {VERSION} aims at WCAG 2.2, level AA. Every page and state is checked with axe in
        each release, walked by keyboard alone, and shown at 320 px without scrolling sideways.
      </p>
      <ul class="sentences">
        <li>Every chart has its message, a text alternative with its numbers, and a table.</li>
        <li>Nothing is told by colour alone: lines have dashes and marks, cells have numbers.</li>
        <li>Whatever can be dragged can also be typed or moved with the arrow keys.</li>
        <li>Nothing moves by itself; the wish for reduced motion is kept.</li>
      </ul>
      <p class="check-words">
        What is not perfect: wide tables scroll sideways within their frame, and PowerPoint files
        have been checked with LibreOffice and by their structure, not with every screen reader.
        Please tell the team that gave you Winterflow what does not work for you.
      </p>
    </Part>
  );
}
