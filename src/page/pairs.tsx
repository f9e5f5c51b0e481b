// A list of what something is called and what it is.

export function Pairs({
  pairs,
  class: name = 'pairs',
}: {
  pairs: readonly (readonly [label: string, text: string])[];
  class?: string;
}) {
  return (
    <dl class={name}>
      {pairs.map(([label, text]) => (
        <div key={`${label} ${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
