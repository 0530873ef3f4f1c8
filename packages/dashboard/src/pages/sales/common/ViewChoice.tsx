import { Segmented } from '../../../components/index.ts';
import { viewPatch, type View } from '../address/index.ts';
import type { Explore } from '../explore/index.ts';

type Choosable = { [Name in keyof View]: View[Name] extends string ? Name : never }[keyof View];

export interface ViewChoiceProps<Name extends Choosable> {
  readonly explore: Explore;
  readonly name: Name;
  readonly label: string;
  /** What each value is called, in the order in which they stand. */
  readonly names: Readonly<Record<View[Name], string>>;
  /** On a narrow screen it takes the whole width. */
  readonly stretch?: boolean;
}

/** One of the choices that the address keeps, as a few options side by side. */
export function ViewChoice<Name extends Choosable>(props: ViewChoiceProps<Name>) {
  const { explore, name, label, names, stretch = false } = props;
  // The keys of a record of the view's values are just those values.
  const values = Object.keys(names) as View[Name][];
  const choose = (value: View[Name]) => {
    const chosen: Partial<View> = { [name]: value };
    explore.go(viewPatch(chosen), { replace: true });
  };
  return (
    <Segmented
      label={label}
      items={values.map((value) => ({ name: value, content: names[value] }))}
      selected={explore.view[name]}
      onSelect={choose}
      stretch={stretch}
    />
  );
}
