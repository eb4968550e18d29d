/** A driver, a scenario, a table, a chart or the split, between the paragraphs of a text. Live on green ground, frozen on none. */
import { Activity, CircleAlert, Snowflake } from 'lucide-react';
import { Fragment } from 'react';
import { type Presented, presentBlock, sayGone } from '../../shared/documents/presented.ts';
import type { LiveNode } from '../../shared/documents/richtext.ts';
import { useShown, useSpeaking } from './FigureContext.tsx';
import { FlowsChart } from './FlowsChart.tsx';
import { texts, useText } from './text.ts';
import './figures.css';

const WORDS = texts('figures', {
  en: { living: 'Live: follows the model', frozen: 'Frozen', asTable: 'As a table' },
  it: { living: 'Viva: segue il modello', frozen: 'Congelata', asTable: 'Come tabella' },
});

export function LiveCard({ node }: { node: LiveNode }) {
  const shown = useShown(node);
  const speaking = useSpeaking();
  const presented = presentBlock(speaking, shown);
  const living = node.shown === undefined;
  if (!presented) return <div className="live-card" data-living={living} data-gone><p className="live-gone"><CircleAlert size={16} strokeWidth={1.75} aria-hidden />{sayGone(speaking.language, node)}</p></div>;
  return (
    <figure className="live-card" data-living={living}>
      <Head presented={presented} living={living} />
      {presented.warning && <p className="live-warning"><CircleAlert size={16} strokeWidth={1.75} aria-hidden />{presented.warning}</p>}
      {presented.split !== null && <SplitBar part={presented.split} />}
      {presented.lines.length > 0 && <Lines presented={presented} />}
      {presented.chart && <FlowsChart shown={presented.chart} speaking={speaking} />}
      {presented.table && (presented.chart ? <TableBehind table={presented.table} /> : <Table table={presented.table} />)}
    </figure>
  );
}

function Head({ presented, living }: { presented: Presented; living: boolean }) {
  const say = useText(WORDS);
  const Icon = living ? Activity : Snowflake;
  return (
    <figcaption className="live-head">
      <span className="live-title">{presented.title}</span>
      {presented.about && <span className="live-about">{presented.about}</span>}
      <span className="live-state" title={say(living ? 'living' : 'frozen')}><Icon size={14} strokeWidth={1.75} aria-hidden /><span className="ins-hidden">{say(living ? 'living' : 'frozen')}</span></span>
    </figcaption>
  );
}

function Lines({ presented }: { presented: Presented }) {
  return (
    <dl className="live-lines">
      {presented.lines.map(({ label, value, negative }) => (
        <Fragment key={label}><div><dt>{label}</dt><dd data-negative={negative}>{value}</dd></div></Fragment>
      ))}
    </dl>
  );
}

/** The seller's part first, in its colour and its roundness; the words stand below. */
function SplitBar({ part }: { part: number }) {
  return <div className="live-split" aria-hidden><span className="live-split-seller" style={{ width: `${part * 100}%` }} /><span className="live-split-client" /></div>;
}

type Rows = NonNullable<Presented['table']>;

function Table({ table: { head, rows, total } }: { table: Rows }) {
  return (
    <div className="tableWrapper">
      <table className="live-table">
        <thead><tr>{head.map((words, nth) => <th key={nth} scope="col">{words}</th>)}</tr></thead>
        <tbody>{rows.map((row, nth) => <Row key={nth} row={row} />)}</tbody>
        {total && <tfoot><Row row={total} /></tfoot>}
      </table>
    </div>
  );
}

function Row({ row: [first, ...rest] }: { row: readonly string[] }) {
  return <tr><th scope="row">{first}</th>{rest.map((words, nth) => <td key={nth} data-negative={words.startsWith('\u2212')}>{words}</td>)}</tr>;
}

function TableBehind({ table }: { table: Rows }) {
  const say = useText(WORDS);
  return <details className="live-behind"><summary>{say('asTable')}</summary><Table table={table} /></details>;
}
