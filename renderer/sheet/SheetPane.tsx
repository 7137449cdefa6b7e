export function SheetPane() {
  return <div data-sheet="" />;
}
