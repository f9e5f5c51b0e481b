// The disclosure map with what it points at called by its title, and each answer as what its places make of it.
import type { Place, Program, Study } from '../resolve/index.ts';
import { provenanceOf } from './assumptions.ts';
import type { DisclosureFinding, PlaceFinding } from './disclosure-types.ts';
import type { Title } from './types.ts';

export function mapDisclosure({ quantities }: Program, study: Study): DisclosureFinding | undefined {
  const { disclosure } = study;
  if (disclosure === undefined) return undefined;
  const titled = ({ kind, name }: Place): Title | undefined => {
    switch (kind) {
      case 'quantity':
      case 'input':
        return quantities.get(name)?.title;
      case 'target':
        return [...study.targets, ...study.unquantifiedTargets].find((target) => target.name === name)?.title;
      case 'register':
        return study.register?.rows.find((row) => row.name === name)?.title;
      case 'chart':
        return study.charts.find((chart) => chart.name === name)?.title;
      case 'scenarios':
      case 'file':
        return undefined;
      default: {
        const never: never = kind;
        return never;
      }
    }
  };
  const placed = (place: Place): PlaceFinding => {
    const { kind, name, part } = place;
    const having = study.scenarios.filter(
      (scenario) => scenario[name as keyof typeof scenario] !== undefined,
    );
    return {
      kind,
      name,
      part,
      title: titled(place),
      scenarios: kind === 'scenarios' ? having.length : undefined,
    };
  };
  return {
    title: disclosure.title,
    standardsTitle: disclosure.standardsTitle,
    reviewed: disclosure.reviewed,
    standards: disclosure.standards.map((standard) => ({
      ...standard,
      versions: standard.versions.map(({ span: _, ...version }) => ({
        ...version,
        provenance: provenanceOf(version),
      })),
    })),
    rows: disclosure.rows.map(({ name, title, asks, asked, shown, note, lacks }) => ({
      name,
      title,
      asks,
      asked,
      shown: shown.map(placed),
      note,
      lacks,
      answer: shown.length === 0 ? 'no' : lacks === undefined ? 'yes' : 'partly',
    })),
  };
}
