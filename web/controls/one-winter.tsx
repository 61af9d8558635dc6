// web/controls/one-winter.tsx: one simulated winter, day by day: "why did it breach on 8 January?"

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type DayStory, dayStory } from '../../sim/outcomes/breach.js';
import { sourceOf } from '../charts/batch.js';
import { longDate } from '../charts/days.js';
import { dayQuestion, dayRows, WinterCard } from '../charts/winter-card.js';
import { WINTER_KINDS, winterShown } from '../export/winter-source.js';
import { winterSource } from '../state/beyond.js';
import type { ShownRun } from '../state/shown.js';
import { Choice } from './choice.js';
import { Measured } from './measured.js';

const DAYS_PER_WEEK = 7;
export function OneWinter({ shown }: { shown: ShownRun }): VNode {
  const [position, setPosition] = useState(0);
  const [chosen, setChosen] = useState<string>('typical');
  const [wanted, setWanted] = useState<number | null>(null);
  const source = winterSource(shown);
  const of = Math.min(position, shown.runs.length - 1);
  const runs = shown.runs[of];
  const dates = shown.dates[of];
  const days = source.days(of);
  const found = winterShown(source, { scenario: of, which: chosen, day: null });
  const day = Math.min(wanted ?? found.day, dates.length - 1);
  const story = dayStory(found.winter, dates, day);
  const move = (by: number): void => {
    setWanted(Math.min(dates.length - 1, Math.max(0, day + by)));
  };
  return (
    <WinterCard
      shown={{ ...found, day }}
      bankHolidays={shown.batch.bankHolidays}
      source={`${sourceOf(shown.batch)}, winter ${found.number}; every event of it: winterflow trace --replication ${found.number}`}
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
              ...WINTER_KINDS.map(({ value, label }) => ({ value, label })),
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

function Story({ story }: { story: DayStory }): VNode {
  return (
    <section class="day-story" aria-labelledby="day-story-heading">
      <h4 id="day-story-heading">{dayQuestion(story)}</h4>
      <div id="day-story-words" role="status">
        {story.sentences.map((sentence) => (
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
              {['Figure', 'This day', 'Usual', 'Range', 'Beyond usual'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dayRows(story).map(([label, ...cells]) => (
              <tr>
                <th scope="row">{label}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
