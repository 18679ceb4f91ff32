// The periods of each form, to open the unit's template or the board's master.

import { formatDay } from '../../templates/reporting-period/day';
import type { ListedForm } from '../../templates/submission/listed-form';
import { openPeriod } from '../desk/periods';
import { ScreenHeading } from './heading';
import { Leave } from './leave';
import type { Part } from './part';

export function PeriodsView(
  props: Part & {
    readonly forms: readonly ListedForm[];
    readonly what: 'template' | 'master';
    readonly download: boolean;
  },
) {
  const { desk, state, forms, what, download } = props;
  const { words, language } = state;
  const label = what === 'master' ? words.openMaster : download ? words.downloadPeriod : words.openPeriod;
  return (
    <section class="card">
      <ScreenHeading text={what === 'master' ? words.masterTitle : words.templatesTitle} />
      <p>{what === 'master' ? words.masterWhy : download ? words.downloadWhy : words.templatesWhy}</p>
      {forms.map(({ form, version, title, periods }) => (
        <section key={`${form} ${version}`}>
          <h3>{title[language]}</h3>
          <ul class="periods">
            {periods.map((period) => (
              <li key={period.period}>
                <button type="button" onClick={() => openPeriod(desk, { form, period: period.period }, what)}>
                  {label(period.label[language])}
                </button>
                <p class="small">
                  {words.due(formatDay(period.due))}
                  {period.state && ` · ${words.states[period.state]}`}
                  {period.locked && ` · ${words.lockedShort}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div class="actions">
        <Leave desk={desk} name={words.back} />
      </div>
    </section>
  );
}
