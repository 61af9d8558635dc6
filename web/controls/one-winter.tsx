// web/controls/one-winter.tsx: one simulated winter, day by day: "why did it breach on 8 January?"

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type DayStory, dayStory, seriesOf } from '../../sim/outcomes/breach.js';
import { LIMIT } from '../../sim/outcomes/single-winters.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { sourceOf } from '../charts/batch.js';
import { ChartCard } from '../charts/chart-card.js';
import { longDate } from '../charts/days.js';
import { Key } from '../charts/key.js';
import { INK, SOFT } from '../charts/palette.js';
import { OCCUPIED, WinterChart } from '../charts/winter-chart.js';
import type { ShownRun } from '../state/shown.js';
import { Choice } from './choice.js';
import { Measured } from './measured.js';

const DAYS_PER_WEEK = 7;
const HEIGHT = 320;
const ROLE_WORDS = {
  fills: 'fills beds',
  follows: 'follows from full beds',
  is: 'more than usual',
} as const;

/** Winters to choose: by how bad they are among those simulated. */
const KINDS = [
  { value: 'typical', label: 'the middle one', at: 0.5 },
  { value: 'mild', label: 'the mildest', at: 0 },
  { value: 'severe', label: 'the worst', at: 1 },
] as const;

/** Days over 92 % of each winter of a scenario. */
function daysOver(shown: ShownRun, position: number): number[] {
  return shown.runs[position].replications.map(
    (winter) => seriesOf(winter, 'occupancy0800Share').filter((share) => share > LIMIT).length,
  );
}

/** The place of a winter among those of a scenario, by days over 92 %. */
export function winterAt(days: readonly number[], at: number): number {
  const order = days.map((_, k) => k).sort((a, b) => days[a] - days[b] || a - b);
  return order[Math.round(at * (order.length - 1))];
}

/** The day that is looked at first: the one with the most beds beyond 92 %. */
function worstDay(shares: Float64Array): number {
  let worst = 0;
  shares.forEach((share, day) => {
    if (share > shares[worst] || Number.isNaN(shares[worst])) worst = day;
  });
  return worst;
}

export function OneWinter({ shown }: { shown: ShownRun }): VNode {
  const [position, setPosition] = useState(0);
  const [chosen, setChosen] = useState<string>('typical');
  const [wanted, setWanted] = useState<number | null>(null);
  const runs = shown.runs[Math.min(position, shown.runs.length - 1)];
  const dates = shown.dates[Math.min(position, shown.runs.length - 1)];
  const days = daysOver(shown, shown.runs.indexOf(runs));
  const kind = KINDS.find(({ value }) => value === chosen);
  const k =
    kind === undefined ? Math.min(Number(chosen), days.length - 1) : winterAt(days, kind.at);
  const winter = runs.replications[k];
  const number = runs.numbers?.[k] ?? k;
  const occupied = seriesOf(winter, 'bedsOccupied0800');
  const open = seriesOf(winter, 'bedsOpen0800');
  const day = Math.min(
    wanted ?? worstDay(seriesOf(winter, 'occupancy0800Share')),
    dates.length - 1,
  );
  const story = dayStory(winter, dates, day);
  const headline = `In this winter beds are over 92 % full on ${days[k]} of ${dates.length} days`;
  const move = (by: number): void => {
    setWanted(Math.min(dates.length - 1, Math.max(0, day + by)));
  };
  return (
    <ChartCard
      id="one-winter"
      headline={headline}
      subtitle={
        `General and acute beds at 08:00 in simulated winter ${number} of ${runs.name}, by day. It is ` +
        'one of many winters that could have been; no winter will be like it. The axis does not start at 0.'
      }
      source={`${sourceOf(shown.batch)}, winter ${number}; every event of it: winterflow trace --replication ${number}`}
      description={[`${headline}.`, `${longDate(story.date)}. ${story.sentences.join(' ')}`]}
      table={{
        caption: `Winter ${number} of ${runs.name}, day by day`,
        rowHeader: 'Date',
        groups: [
          { name: 'Beds at 08:00', columns: ['occupied', 'open', '% occupied'] },
          { name: 'Patients', columns: story.figures.map(({ label }) => label) },
        ],
        rows: dates.map((date, i) => ({
          header: longDate(date),
          cells: [
            withCommas(occupied[i], 0),
            withCommas(open[i], 0),
            ((occupied[i] / open[i]) * 100).toFixed(1),
            ...story.figures.map(({ key }) => withCommas(seriesOf(winter, key)[i], 0)),
          ],
        })),
      }}
      draw={(width) => (
        <div>
          <Key
            width={width}
            entries={[
              { kind: 'line', text: 'beds occupied', colour: OCCUPIED, dash: null },
              { kind: 'line', text: '92 % of the beds open', colour: INK, dash: '6 3' },
              { kind: 'line', text: 'beds open', colour: SOFT, dash: '2 3' },
              { kind: 'step', text: 'day over 92 %', colour: INK },
            ]}
          />
          <WinterChart
            dates={dates}
            occupied={occupied}
            open={open}
            day={day}
            label={`${headline}. ${longDate(story.date)}: ${story.sentences.join(' ')}`}
            bankHolidays={shown.batch.bankHolidays}
            size={{ width, height: HEIGHT }}
          />
        </div>
      )}
      Canvas={Measured}
      controls={
        <div class="chart-controls">
          <Choice
            id="winter-scenario"
            label="Scenario"
            value={String(position)}
            options={shown.runs.map(({ name }, i) => ({ value: String(i), label: name }))}
            onChange={(value) => setPosition(Number(value))}
          />
          <Choice
            id="winter-number"
            label="Winter"
            value={chosen}
            options={[
              ...KINDS.map(({ value, label }) => ({ value, label })),
              ...days.map((over, i) => ({
                value: String(i),
                label: `${runs.numbers?.[i] ?? i}: ${over} days over 92 %`,
              })),
            ]}
            onChange={(value) => {
              setChosen(value);
              setWanted(null);
            }}
          />
          <div class="chart-control chart-control-wide">
            <label class="nhsuk-label" for="winter-day">
              Day
            </label>
            <div class="slider">
              <input
                type="range"
                id="winter-day"
                min={0}
                max={dates.length - 1}
                value={day}
                aria-valuetext={`${longDate(story.date)}: ${story.sentences[0]}`}
                onInput={({ currentTarget }) => setWanted(Number(currentTarget.value))}
              />
              <input
                class="nhsuk-input"
                type="date"
                aria-label="Day, as a date"
                min={dates[0]}
                max={dates[dates.length - 1]}
                value={story.date}
                onChange={({ currentTarget }) => {
                  const found = dates.indexOf(currentTarget.value);
                  if (found >= 0) setWanted(found);
                  else currentTarget.value = story.date;
                }}
              />
            </div>
          </div>
          <div class="buttons">
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type="button"
              onClick={() => move(-DAYS_PER_WEEK)}
            >
              A week back
            </button>
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type="button"
              onClick={() => move(DAYS_PER_WEEK)}
            >
              A week on
            </button>
          </div>
        </div>
      }
      after={<Story story={story} />}
    />
  );
}

function Story({ story: { date, share, figures, sentences } }: { story: DayStory }): VNode {
  return (
    <section class="day-story" aria-labelledby="day-story-heading">
      <h4 id="day-story-heading">
        {share > LIMIT ? `Why was it over 92 % on ${longDate(date)}?` : longDate(date)}
      </h4>
      <div id="day-story-words" role="status">
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <section class="table-scroll" tabindex={0} aria-labelledby="day-figures-caption">
        <table class="data-table" id="day-figures">
          <caption id="day-figures-caption">
            The day beside what is usual in this winter (half of its days lie in the range)
          </caption>
          <thead>
            <tr>
              {['Figure', 'This day', 'Usual', 'Range', ''].map((name) =>
                name === '' ? <td /> : <th scope="col">{name}</th>,
              )}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ label, value, low, usual, high, role, unusual }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{text(value)}</td>
                <td>{text(usual)}</td>
                <td>{`${text(low)} to ${text(high)}`}</td>
                <td>{unusual ? ROLE_WORDS[role] : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function text(value: number): string {
  return Number.isNaN(value) ? '–' : withCommas(value, 0);
}
