import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '../api/client.js';
import { useSpeech } from '../i18n/language.js';
import { Said } from '../ui/said.js';
import { outcomeOf } from './progress.js';

/** What came in before, the newest first. */
export function Earlier({ shown }: { shown: string | undefined }) {
  const { say, moment, count } = useSpeech();
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: () => got(api.GET('/api/v1/imports', { params: { query: { limit: 20 } } })),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="earlier">
      <h2 id="earlier">{say('add.earlier')}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{say('add.when')}</th>
              <th>{say('add.by')}</th>
              <th className="number">{say('add.documents')}</th>
              <th>{say('add.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to="/add" search={{ import: one.id }} aria-current={one.id === shown}>
                    {moment(one.at)}
                  </Link>
                </td>
                <td>
                  <Said>{one.by}</Said>
                </td>
                <td className="number">{count(one.documents.length)}</td>
                <td>{say(`import.${outcomeOf(one)}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
